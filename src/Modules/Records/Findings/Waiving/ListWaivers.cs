using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings.Waiving;

/// <summary>A waiver as the page shows it.</summary>
public sealed record WaiverRow(Waiver Waiver, string Unit, FindingKind? Kind);

/// <summary>The waivers of a state, a page of them.</summary>
/// <param name="Decides">True for those who decide.</param>
public sealed record WaiverListView(WaiverState State, IReadOnlyList<WaiverRow> Rows, IReadOnlyDictionary<WaiverState, int> Counts, int Page, bool Decides)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>Reads waivers: of the own unit, or all.</summary>
internal sealed class ListWaivers(Store store, FindingKinds kinds, IOrganizationDirectory organizations)
{
    /// <summary>One page, the newest first.</summary>
    public async Task<WaiverListView> Run(WaiverState state, int page, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = store.Set<Waiver>().AsNoTracking();
        if (!actor.Is(Roles.SeeAll))
        {
            var own = units.Family(actor.UnitId);
            rows = rows.Where(w => own.Contains(w.ProviderId));
        }
        var counts = await rows.GroupBy(w => w.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var shown = await rows.Where(w => w.State == state).OrderByDescending(w => w.Id).Skip((page - 1) * WaiverListView.Size).Take(WaiverListView.Size).ToListAsync(cancel);
        return new WaiverListView(state, shown.ConvertAll(w => new WaiverRow(w, units.ShortName(w.ProviderId), kinds.Find(w.Code))), counts, page, actor.Is(Roles.City));
    }
}
