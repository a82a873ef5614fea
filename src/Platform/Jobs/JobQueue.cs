using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Web;

namespace Qingdan.Platform.Jobs;

/// <summary>Adds jobs to the running unit of work: no change without its job, no job without its change.</summary>
public sealed class JobQueue(Store store, IdSource ids, TimeProvider clock)
{
    /// <summary>
    /// Ends jobs of the running one's kind that still wait and that it makes needless. They were committed with their changes, so whoever begins
    /// afterwards sees these: nothing is lost, as it would be by not enqueueing while another waits.
    /// </summary>
    public Task<int> Absorb(JobContext running, Expression<Func<Job, bool>> needless, CancellationToken cancel) => store.Set<Job>()
        .Where(j => j.Kind == running.Kind && j.State == JobState.Queued && j.Id != running.Id).Where(needless)
        .ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Done).SetProperty(j => j.Note, "已并入正在办理的同一任务。").SetProperty(j => j.FinishedAt, clock.GetUtcNow()), cancel);

    /// <summary>Enqueues; the caller saves.</summary>
    public Job Add<T>(Actor actor, string kind, T payload)
    {
        var now = clock.GetUtcNow();
        var job = new Job
        {
            Id = ids.Next(),
            Kind = kind,
            Payload = JsonSerializer.Serialize(payload, JsonText.Readable),
            Actor = JsonSerializer.Serialize(actor, JsonText.Readable),
            State = JobState.Queued,
            CreatedAt = now,
            LeaseUntil = now,
        };
        store.Add(job);
        return job;
    }
}
