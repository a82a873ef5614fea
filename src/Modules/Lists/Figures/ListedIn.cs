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

    public async Task<IReadOnlyList<ListedRow>> Of(long resourceId, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = units.Family(actor.UnitId);
        var entries = await store.Set<Entry>().AsNoTracking().Where(e => e.ResourceId == resourceId && e.State != EntryState.Removed).ToListAsync(cancel);
        var negatives = await store.Set<Negative>().AsNoTracking().VisibleTo(actor, own).Where(n => n.ResourceId == resourceId && n.State != NegativeState.Removed).ToListAsync(cancel);
        var demands = await FindDemands.Visible(store.Set<Demand>().AsNoTracking(), actor, own)
            .Where(d => d.State != DemandState.Withdrawn && store.Set<DemandItem>().Any(i => i.DemandId == d.Id && i.ResourceId == resourceId))
            .OrderByDescending(d => d.ChangedAt).Take(MostDemands).ToListAsync(cancel);
        return
        [
            .. entries.Where(e => EntryAccess.MaySee(actor, units, e.State, e.ProviderId)).Select(e => new ListedRow("责任清单", e.State.Text(), e.Number ?? e.Name, $"/lists/responsibilities/{e.Id}")),
            .. negatives.Select(n => new ListedRow("负面清单", n.State.Text(), n.Number ?? n.Name, $"/lists/negatives/{n.Id}")),
            .. demands.Select(d => new ListedRow("需求清单", d.State.Text(), d.Number ?? d.Name, $"/lists/demands/{d.Id}")),
        ];
    }
}
