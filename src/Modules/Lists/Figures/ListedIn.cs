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

    public async Task<ListedRows> Of(long resourceId, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = units.Family(actor.UnitId);
        var entries = (await store.Set<Entry>().AsNoTracking().Where(e => e.ResourceId == resourceId && e.State != EntryState.Removed).OrderBy(e => e.Id).ToListAsync(cancel))
            .FindAll(e => EntryAccess.MaySee(actor, units, e.State, e.ProviderId));
        var negatives = await store.Set<Negative>().AsNoTracking().VisibleTo(actor, own).Where(n => n.ResourceId == resourceId && n.State != NegativeState.Removed).OrderBy(n => n.Id).ToListAsync(cancel);
        var asking = FindDemands.Visible(store.Set<Demand>().AsNoTracking(), actor, own)
            .Where(d => d.State != DemandState.Withdrawn && store.Set<DemandItem>().Any(i => i.DemandId == d.Id && i.ResourceId == resourceId));
        var demands = await asking.OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.Id).Take(MostDemands).ToListAsync(cancel);
        var further = demands.Count < MostDemands ? 0 : await asking.CountAsync(cancel) - MostDemands;
        var items = await Items(resourceId, entries.ConvertAll(e => e.Id), negatives.ConvertAll(n => n.Id), demands.ConvertAll(d => d.Id), cancel);
        return new([
            .. entries.Select(e => new ListedRow(ListKind.Responsibility, e.Id, e.State.Text(), e.Number ?? e.Name, $"/lists/responsibilities/{e.Id}") { InForce = e.State == EntryState.InForce, Items = [.. items[e.Id]] }),
            .. negatives.Select(n => new ListedRow(ListKind.Negative, n.Id, n.State.Text(), n.Number ?? n.Name, $"/lists/negatives/{n.Id}") { InForce = n.State == NegativeState.InForce, Items = [.. items[n.Id]] }),
            .. demands.Select(d => new ListedRow(ListKind.Demand, d.Id, d.State.Text(), d.Number ?? d.Name, $"/lists/demands/{d.Id}") { InForce = d.State == DemandState.Listed, Unit = units.ShortName(d.UnitId), Items = [.. items[d.Id]] }),
        ], further);
    }

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
