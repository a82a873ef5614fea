using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Figures;

/// <summary>Tells the catalogue where resources stand in the three lists.</summary>
internal sealed class ListedIn(Store store, IOrganizationDirectory organizations) : IListedIn
{
    private const int MostDemands = 10;

    public async Task<ListedRows> Of(long resourceId, Actor actor, CancellationToken cancel)
    {
        var rows = (await OfMany([resourceId], actor, cancel))[resourceId].ToList();
        var ids = rows.ToLookup(r => r.Kind, r => r.Id);
        var items = await Items(resourceId, [.. ids[ListKind.Responsibility]], [.. ids[ListKind.Negative]], [.. ids[ListKind.Demand]], cancel);
        var further = ids[ListKind.Demand].Count() < MostDemands ? 0
            : await Asking(actor, (await organizations.Tree(cancel)).Family(actor.UnitId)).CountAsync(d => store.Set<DemandItem>().Any(i => i.DemandId == d.Id && i.ResourceId == resourceId), cancel) - MostDemands;
        return new(rows.ConvertAll(r => r with { Items = [.. items[r.Id]] }), further);
    }

    public async Task<ILookup<long, ListedRow>> OfMany(IReadOnlyCollection<long> resourceIds, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = units.Family(actor.UnitId);
        var entries = await store.Set<Entry>().AsNoTracking().Where(e => resourceIds.Contains(e.ResourceId) && e.State != EntryState.Removed).OrderBy(e => e.Id).ToListAsync(cancel);
        var negatives = await store.Set<Negative>().AsNoTracking().VisibleTo(actor, own).Where(n => resourceIds.Contains(n.ResourceId) && n.State != NegativeState.Removed).OrderBy(n => n.Id).ToListAsync(cancel);
        IEnumerable<(long Resource, ListedRow Row)> rows =
        [
            .. entries.Where(e => EntryAccess.MaySee(actor, units, e.State, e.ProviderId)).Select(e => (e.ResourceId, new ListedRow(ListKind.Responsibility, e.Id, e.State.Text(), e.Number ?? e.Name, $"/lists/responsibilities/{e.Id}") { InForce = e.State == EntryState.InForce })),
            .. negatives.Select(n => (n.ResourceId, new ListedRow(ListKind.Negative, n.Id, n.State.Text(), n.Number ?? n.Name, $"/lists/negatives/{n.Id}") { InForce = n.State == NegativeState.InForce })),
            .. await Demands(resourceIds, actor, own, units, cancel),
        ];
        return rows.ToLookup(r => r.Resource, r => r.Row);
    }

    private IQueryable<Demand> Asking(Actor actor, long[] own) => FindDemands.Visible(store.Set<Demand>().AsNoTracking(), actor, own).Where(d => d.State != DemandState.Withdrawn);

    // Of what very many ask for, the last ones.
    private async Task<IEnumerable<(long, ListedRow)>> Demands(IReadOnlyCollection<long> resourceIds, Actor actor, long[] own, UnitTree units, CancellationToken cancel)
    {
        var asking = await store.Set<DemandItem>().AsNoTracking().Where(i => resourceIds.Contains(i.ResourceId)).Select(i => new { i.DemandId, i.ResourceId }).Distinct()
            .OrderByDescending(i => i.DemandId).Take(MostDemands * 20 * resourceIds.Count).ToListAsync(cancel);
        var ids = asking.Select(i => i.DemandId).Distinct().ToList();
        var demands = await Asking(actor, own).Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        return asking.Where(i => demands.ContainsKey(i.DemandId)).GroupBy(i => i.ResourceId)
            .SelectMany(g => g.Select(i => demands[i.DemandId]).OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.Id).Take(MostDemands), (g, d) => (g.Key, Row(d, units)));
    }

    private static ListedRow Row(Demand d, UnitTree units) => new(ListKind.Demand, d.Id, d.State.Text(), d.Number ?? d.Name, $"/lists/demands/{d.Id}") { InForce = d.State == DemandState.Listed, Unit = units.ShortName(d.UnitId) };

    // The catalogue's items that each row names; ids are unique over all tables.
    private async Task<ILookup<long, long>> Items(long resourceId, List<long> entries, List<long> negatives, List<long> demands, CancellationToken cancel)
    {
        List<(long Row, long Item)> found = [];
        if (entries.Count > 0)
            found.AddRange((await store.Set<EntryItem>().AsNoTracking().Where(i => entries.Contains(i.EntryId) && i.ItemId != 0).Select(i => new { i.EntryId, i.ItemId }).ToListAsync(cancel)).Select(i => (i.EntryId, i.ItemId)));
        if (negatives.Count > 0)
            found.AddRange((await store.Set<NegativeItem>().AsNoTracking().Where(i => negatives.Contains(i.NegativeId) && i.ItemId != 0).Select(i => new { i.NegativeId, i.ItemId }).ToListAsync(cancel)).Select(i => (i.NegativeId, i.ItemId)));
        if (demands.Count > 0)
            found.AddRange((await store.Set<DemandItem>().AsNoTracking().Where(i => demands.Contains(i.DemandId) && i.ResourceId == resourceId && i.ItemId != 0).Select(i => new { i.DemandId, i.ItemId }).ToListAsync(cancel)).Select(i => (i.DemandId, i.ItemId)));
        return found.ToLookup(f => f.Row, f => f.Item);
    }
}
