using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings.Campaigns;

/// <summary>A unit in a campaign. <paramref name="Left"/>: now, or at the end.</summary>
public sealed record CampaignUnitRow(long UnitId, string Unit, long AtStart, long Left)
{
    /// <summary>What is mended; new findings of the same kind count against it.</summary>
    public long Mended => Math.Max(0, AtStart - Left);
}

/// <summary>A campaign with its units, those with most left first.</summary>
/// <param name="DaysLeft">Days to the deadline; negative when it is over.</param>
/// <param name="Decides">True for those who open and close.</param>
public sealed record CampaignView(Campaign Campaign, IReadOnlyList<FindingKind> Kinds, IReadOnlyList<CampaignUnitRow> Units, int DaysLeft, bool Decides)
{
    /// <summary>All units together.</summary>
    public CampaignUnitRow Total => new(0, "", Units.Sum(u => u.AtStart), Units.Sum(u => u.Left));
}

/// <summary>Reads campaigns: for the city's roles with all units, for others with their own.</summary>
internal sealed class ReadCampaigns(Store store, FindingKinds kinds, CampaignCounts counts, IOrganizationDirectory organizations, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>The campaigns in which the reader has a part, the newest first; at most 50.</summary>
    public async Task<IReadOnlyList<CampaignView>> List(Actor actor, CancellationToken cancel) =>
        await Views(await store.Set<Campaign>().AsNoTracking().OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancel), actor, cancel);

    /// <summary>One campaign; null when there is none, or none for the reader.</summary>
    public async Task<CampaignView?> One(long id, Actor actor, CancellationToken cancel) =>
        (await Views(await store.Set<Campaign>().AsNoTracking().Where(c => c.Id == id).ToListAsync(cancel), actor, cancel)).SingleOrDefault();

    // The units of all campaigns by one statement, and what is left of all that go on by another.
    private async Task<IReadOnlyList<CampaignView>> Views(List<Campaign> campaigns, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var (all, own, ids) = (actor.Is(Roles.SeeAll), actor.UnitId == 0 ? [] : units.Family(actor.UnitId), campaigns.ConvertAll(c => c.Id));
        var parts = (await store.Set<CampaignUnit>().AsNoTracking().Where(u => ids.Contains(u.CampaignId) && (all || own.Contains(u.ProviderId))).ToListAsync(cancel)).ToLookup(u => u.CampaignId);
        var seen = campaigns.FindAll(c => parts.Contains(c.Id));
        var now = seen.Exists(c => c.ClosedAt is null) ? await counts.Now(cancel) : null;
        return seen.ConvertAll(c => View(c, parts[c.Id], c.ClosedAt is null ? now?.Invoke(c.CodeList) : null, units, actor));
    }

    private CampaignView View(Campaign campaign, IEnumerable<CampaignUnit> parts, IReadOnlyDictionary<long, long>? now, UnitTree units, Actor actor)
    {
        var rows = parts.GroupBy(u => units.Living(u.ProviderId)).Select(g => new CampaignUnitRow(g.Key, units.ShortName(g.Key), g.Sum(u => u.AtStart), now is null ? g.Sum(u => u.AtEnd ?? 0) : now.GetValueOrDefault(g.Key)));
        return new CampaignView(campaign, [.. campaign.CodeList.Select(kinds.Find).OfType<FindingKind>()], [.. rows.OrderByDescending(u => u.Left).ThenBy(u => u.Unit, StringComparer.Ordinal)],
            campaign.DueOn.DayNumber - clock.Today().DayNumber, actor.Is(Roles.City));
    }
}
