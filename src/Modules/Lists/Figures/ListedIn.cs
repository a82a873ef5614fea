using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Figures;

/// <summary>Tells the catalogue where a resource stands in the three lists.</summary>
internal sealed class ListedIn(Store store, IOrganizationDirectory organizations) : IListedIn
{
    private const int MostDemands = 10;

    public async Task<ILookup<long, ListedRow>> OfMany(IReadOnlyCollection<long> resourceIds, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = units.Family(actor.UnitId);
        var entries = await store.Set<Entry>().AsNoTracking().Where(e => resourceIds.Contains(e.ResourceId) && e.State != EntryState.Removed).ToListAsync(cancel);
        var negatives = await store.Set<Negative>().AsNoTracking().VisibleTo(actor, own).Where(n => resourceIds.Contains(n.ResourceId) && n.State != NegativeState.Removed).ToListAsync(cancel);
        IEnumerable<(long Resource, ListedRow Row)> rows =
        [
            .. entries.Where(e => EntryAccess.MaySee(actor, units, e.State, e.ProviderId)).Select(e => (e.ResourceId, new ListedRow("责任清单", e.State.Text(), e.Number ?? e.Name, $"/lists/responsibilities/{e.Id}"))),
            .. negatives.Select(n => (n.ResourceId, new ListedRow("负面清单", n.State.Text(), n.Number ?? n.Name, $"/lists/negatives/{n.Id}"))),
            .. await Demands(resourceIds, actor, own, cancel),
        ];
        return rows.ToLookup(r => r.Resource, r => r.Row);
    }

    // Of what very many ask for, the last ones.
    private async Task<IEnumerable<(long, ListedRow)>> Demands(IReadOnlyCollection<long> resourceIds, Actor actor, long[] own, CancellationToken cancel)
    {
        var asking = await store.Set<DemandItem>().AsNoTracking().Where(i => resourceIds.Contains(i.ResourceId)).Select(i => new { i.DemandId, i.ResourceId }).Distinct()
            .OrderByDescending(i => i.DemandId).Take(MostDemands * 20 * resourceIds.Count).ToListAsync(cancel);
        var ids = asking.Select(i => i.DemandId).Distinct().ToList();
        var demands = await FindDemands.Visible(store.Set<Demand>().AsNoTracking(), actor, own).Where(d => d.State != DemandState.Withdrawn && ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        return asking.Where(i => demands.ContainsKey(i.DemandId)).GroupBy(i => i.ResourceId)
            .SelectMany(g => g.Select(i => demands[i.DemandId]).OrderByDescending(d => d.ChangedAt).Take(MostDemands), (g, d) => (g.Key, new ListedRow("需求清单", d.State.Text(), d.Number ?? d.Name, $"/lists/demands/{d.Id}")));
    }
}
