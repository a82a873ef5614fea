using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Cases;

/// <summary>已授权: what was granted, item by item, by cases whose data may be used. Three statements.</summary>
internal sealed class GrantedItems(Store store, DemandBook demands) : IGrantedItems
{
    public async Task<IReadOnlyList<GrantedItem>> For(GrantScope scope, CancellationToken cancel)
    {
        var cases = await store.Set<Case>().AsNoTracking().Where(c => CaseFlow.Usable.Contains(c.State) && (scope.Units.Contains(c.UnitId) || scope.District.Contains(c.UnitId)))
            .Select(c => new { c.Id, c.Name, c.UnitId, c.UsableUntil }).ToDictionaryAsync(c => c.Id, cancel);
        if (cases.Count == 0) return [];
        var asked = (await demands.Asked(cases.Keys, scope.Resources, cancel)).Where(i => i.Regional || scope.Units.Contains(cases[i.DemandId].UnitId)).ToList();
        List<long> rows = [.. asked.Select(i => i.Id)];
        var answers = await store.Set<CaseAnswer>().AsNoTracking().Granted().Where(a => rows.Contains(a.ItemId)).ToDictionaryAsync(a => (a.CaseId, a.ItemId), a => a.Standing, cancel);
        return [.. from item in asked
            where answers.ContainsKey((item.DemandId, item.Id))
            let at = cases[item.DemandId]
            let verdict = answers[(item.DemandId, item.Id)]
            select new GrantedItem(item.ResourceId, item.ItemId, at.Id, at.Name, at.UnitId, item.Regional, verdict.Text(), verdict == Verdict.Agree, at.UsableUntil ?? item.EndsOn, item.Purpose)];
    }
}
