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
    public async Task<IReadOnlyList<CampaignView>> List(Actor actor, CancellationToken cancel)
    {
        var views = new List<CampaignView>();
        foreach (var campaign in await store.Set<Campaign>().AsNoTracking().OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancel))
            if (await View(campaign, actor, cancel) is { } view) views.Add(view);
        return views;
    }

    /// <summary>One campaign; null when there is none, or none for the reader.</summary>
    public async Task<CampaignView?> One(long id, Actor actor, CancellationToken cancel) =>
        await store.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is { } campaign ? await View(campaign, actor, cancel) : null;

    private async Task<CampaignView?> View(Campaign campaign, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var all = actor.Is(Roles.SeeAll);
        var own = all ? [] : units.Family(actor.UnitId);
        var parts = await store.Set<CampaignUnit>().AsNoTracking().Where(u => u.CampaignId == campaign.Id && (all || own.Contains(u.ProviderId))).ToListAsync(cancel);
        if (parts.Count == 0) return null;
        var now = campaign.ClosedAt is null ? await counts.Now(campaign.CodeList, cancel) : new Dictionary<long, long>();
        var rows = parts.GroupBy(u => units.Living(u.ProviderId)).Select(g => new CampaignUnitRow(g.Key, units.ShortName(g.Key), g.Sum(u => u.AtStart), campaign.ClosedAt is null ? now.GetValueOrDefault(g.Key) : g.Sum(u => u.AtEnd ?? 0)));
        return new CampaignView(campaign, [.. campaign.CodeList.Select(kinds.Find).OfType<FindingKind>()], [.. rows.OrderByDescending(u => u.Left).ThenBy(u => u.Unit, StringComparer.Ordinal)],
            campaign.DueOn.DayNumber - clock.Today().DayNumber, actor.Is(Roles.City));
    }
}
