using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Cases;

/// <summary>已授权: what was granted, item by item, by cases whose data may be used. Three statements, and two for each 5,000 cases more.</summary>
internal sealed class GrantedItems(Store store, DemandBook demands) : IGrantedItems
{
    // The district of a city can have more cases in use than a statement takes parameters (SQLite 32,766, PostgreSQL 65,535).
    private const int AtOnce = 5_000;

    public async Task<IReadOnlyList<GrantedItem>> For(GrantScope scope, CancellationToken cancel)
    {
        var cases = await store.Set<Case>().AsNoTracking().Where(c => CaseFlow.Usable.Contains(c.State) && (scope.Units.Contains(c.UnitId) || scope.District.Contains(c.UnitId)))
            .Select(c => new { c.Id, c.Name, c.UnitId, c.UsableUntil }).ToDictionaryAsync(c => c.Id, cancel);
        if (cases.Count == 0) return [];
        List<AskedItem> asked = [];
        foreach (var some in cases.Keys.Chunk(AtOnce)) asked.AddRange((await demands.Asked(some, scope.Resources, cancel)).Where(i => i.Regional || scope.Units.Contains(cases[i.DemandId].UnitId)));
        Dictionary<(long, long), Verdict> answers = [];
        foreach (var some in asked.Select(i => i.Id).Chunk(AtOnce))
            foreach (var a in await store.Set<CaseAnswer>().AsNoTracking().Granted().Where(a => some.Contains(a.ItemId)).ToListAsync(cancel)) answers[(a.CaseId, a.ItemId)] = a.Standing;
        return [.. from item in asked
            where answers.ContainsKey((item.DemandId, item.Id))
            let at = cases[item.DemandId]
            let verdict = answers[(item.DemandId, item.Id)]
            select new GrantedItem(item.ResourceId, item.ItemId, at.Id, at.Name, at.UnitId, item.Regional, verdict.Text(), verdict == Verdict.Agree, at.UsableUntil ?? item.EndsOn, item.Purpose)];
    }
}
