using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;

namespace Qingdan.Workflow.Cases;

/// <summary>What a job is to do: one case whose data are owed.</summary>
internal sealed record FollowOrder(long CaseId);

/// <summary>清单随需求变化: what was granted is promised in the responsibility list, under the decision of whoever granted it. Ordered with the grant, so that neither is without the other.</summary>
internal sealed class FollowLists(Store store, ListPromises promises) : IJobHandler
{
    /// <summary>The kind under which it is ordered.</summary>
    public const string JobKind = "workflow.follow-lists";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var id = job.Payload<FollowOrder>().CaseId;
        var due = await store.Set<Case>().AsNoTracking().Where(c => c.Id == id && (c.State == CaseState.ToSupply || c.State == CaseState.ToSupplyMore)).Select(c => c.DueOn).SingleOrDefaultAsync(cancel);
        var granted = await store.Set<CaseAnswer>().Granted().Where(a => a.CaseId == id).Select(a => a.ItemId).ToListAsync(cancel);
        // Supplied or withdrawn meanwhile: nothing is promised any more.
        if (due is { } on && granted.Count > 0) await promises.Keep(id, granted, on, job.Actor, done => job.Report(done, 0, "正在登记责任清单的承诺期限"), cancel);
    }
}
