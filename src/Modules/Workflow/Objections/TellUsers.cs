using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Objections;

/// <summary>告知使用单位: every unit that uses the data hears what the verification found; who was told when is kept with the objection.</summary>
internal sealed class TellUsers(Store store, DemandBook demands, IdSource ids, TimeProvider clock, NoticeBook notices)
{
    /// <summary>The cases by which units use a resource.</summary>
    public async Task<IReadOnlyList<Case>> Cases(long resourceId, CancellationToken cancel)
    {
        var wanted = await demands.Naming(resourceId, cancel);
        return await store.Set<Case>().AsNoTracking().Where(c => wanted.Contains(c.Id) && CaseFlow.Usable.Contains(c.State)).OrderBy(c => c.Id).ToListAsync(cancel);
    }

    /// <summary>Tells all of them, in the running unit of work.</summary>
    public async Task Run(Objection row, Actor actor, CancellationToken cancel)
    {
        var units = (await Cases(row.ResourceId, cancel)).Select(c => c.UnitId).Append(row.UnitId).Distinct().ToList();
        // The raiser hears of it with its turn.
        await notices.Tell(actor, NoticeKind.Progress, ObjectionAudit.Of(row), [.. units.Where(u => u != row.UnitId)], [Roles.Liaison, Roles.UnitHead], "“{0}”的数据异议已核实：{1}。", $"/workflow/objections/{row.Id}", cancel, row.Resource, row.Outcome.Text());
        foreach (var unit in units)
            store.Add(new ToldUnit { Id = ids.Next(), ObjectionId = row.Id, UnitId = unit, At = clock.GetUtcNow() });
    }
}
