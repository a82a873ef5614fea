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

    /// <summary>
    /// Enqueues unless this unit of work holds the same order already, or one of those that <paramref name="covers"/> names, which does the work of this one too; the caller saves.
    /// Orders of other units of work are not looked at: they may begin before this one's change is committed.
    /// </summary>
    public void AddOnce<T>(Actor actor, string kind, T payload, params T[] covers)
    {
        string[] enough = [Payload(payload), .. covers.Select(Payload)];
        if (!store.ChangeTracker.Entries<Job>().Any(e => e.State == EntityState.Added && e.Entity.Kind == kind && enough.Contains(e.Entity.Payload))) Add(actor, kind, payload);
    }

    /// <summary>True while a job of the kind waits for a runner.</summary>
    public Task<bool> Waits(string kind, CancellationToken cancel) => store.Set<Job>().AnyAsync(j => j.Kind == kind && j.State == JobState.Queued, cancel);

    /// <summary>An order as its job keeps it.</summary>
    public static string Payload<T>(T order) => JsonSerializer.Serialize(order, JsonText.Readable);

    /// <summary>Enqueues, to be run after <paramref name="pause"/> at the earliest; the caller saves.</summary>
    public Job Add<T>(Actor actor, string kind, T payload, TimeSpan pause = default)
    {
        var now = clock.GetUtcNow();
        var job = new Job
        {
            Id = ids.Next(),
            Kind = kind,
            Payload = Payload(payload),
            Actor = JsonSerializer.Serialize(actor, JsonText.Readable),
            State = JobState.Queued,
            CreatedAt = now,
            LeaseUntil = now + pause,
        };
        store.Add(job);
        return job;
    }
}
