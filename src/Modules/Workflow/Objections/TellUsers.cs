using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>告知使用单位: every unit that uses the data hears what the verification found; who was told when is kept with the objection.</summary>
internal sealed class TellUsers(Store store, DemandBook demands, IdSource ids, TimeProvider clock)
{
    /// <summary>The cases by which units use a resource.</summary>
    public async Task<IReadOnlyList<Case>> Cases(long resourceId, CancellationToken cancel)
    {
        var wanted = await demands.Naming(resourceId, cancel);
        return await store.Set<Case>().AsNoTracking().Where(c => wanted.Contains(c.Id) && c.State == CaseState.InUse).OrderBy(c => c.Id).ToListAsync(cancel);
    }

    /// <summary>Tells all of them, in the running unit of work.</summary>
    public async Task Run(Objection row, CancellationToken cancel)
    {
        foreach (var unit in (await Cases(row.ResourceId, cancel)).Select(c => c.UnitId).Append(row.UnitId).Distinct())
            store.Add(new ToldUnit { Id = ids.Next(), ObjectionId = row.Id, UnitId = unit, At = clock.GetUtcNow() });
    }
}
