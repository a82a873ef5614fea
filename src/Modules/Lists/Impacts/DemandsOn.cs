using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Impacts;

/// <summary>A demand that asks for some data.</summary>
/// <param name="Items">What it asks for of them, as far as it was not refused.</param>
/// <param name="Case">Its case, if it has one that the person sees.</param>
internal sealed record DemandOn(Demand Demand, IReadOnlyList<DemandItem> Items, ImpactedCase? Case)
{
    /// <summary>How far it is.</summary>
    public ImpactGroup Group => Case is null ? ImpactGroup.Demand : Case.Stand == CaseStand.InUse ? ImpactGroup.Grant : ImpactGroup.Case;

    /// <summary>Its page.</summary>
    public string Href => Case is null ? $"/lists/demands/{Demand.Id}" : $"/workflow/cases/{Demand.Id}";
}

/// <summary>Who asks for data or uses them, as far as a person may see it; not what has ended. Four statements, more only for more than five hundred demands.</summary>
internal sealed class DemandsOn(Store store, IImpactSource cases)
{
    private const int Slice = 500;

    /// <summary>The demands with such items, by id. <paramref name="own"/>: all ids of the person's unit.</summary>
    public async Task<List<DemandOn>> Find(Expression<Func<DemandItem, bool>> which, Actor actor, long[] own, CancellationToken cancel)
    {
        var items = (await store.Set<DemandItem>().AsNoTracking().Where(which).OrderBy(i => i.Place).ToListAsync(cancel)).ToLookup(i => i.DemandId);
        var found = new List<DemandOn>();
        foreach (var ids in items.Select(g => g.Key).Order().Chunk(Slice))
        {
            var demands = await FindDemands.Visible(store.Set<Demand>().AsNoTracking(), actor, own).Where(d => ids.Contains(d.Id) && d.State != DemandState.Draft && d.State != DemandState.Withdrawn).OrderBy(d => d.Id).ToListAsync(cancel);
            var under = (await cases.Of(ids, actor, cancel)).ToDictionary(c => c.Id);
            found.AddRange(
                from demand in demands
                let at = under.GetValueOrDefault(demand.Id)
                where at is not { Stand: CaseStand.Ended }
                let asked = items[demand.Id].Where(i => at?.Refused.Contains(i.Id) != true).ToList()
                where asked.Count > 0
                select new DemandOn(demand, asked, at));
        }
        return found;
    }
}
