using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Qingdan.Platform.Database;

namespace Qingdan.Platform.Jobs;

/// <summary>Takes due jobs one after the other and runs them.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private const int MostAttempts = 3;

    /// <summary>Runs jobs until none is due; returns how many ran.</summary>
    public async Task<int> RunDue(CancellationToken cancel)
    {
        var count = 0;
        while (!cancel.IsCancellationRequested && await Take(cancel) is { } job)
        {
            await Run(job, cancel);
            count++;
        }
        return count;
    }

    /// <summary>After a start with the embedded store nobody else can be running anything: interrupted jobs are due at once.</summary>
    public async Task ReleaseInterrupted(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        if (store.Engine == Engine.Sqlite)
            await store.Set<Job>().Where(j => j.State == JobState.Running).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeaseUntil, clock.GetUtcNow()), cancel);
    }

    private async Task<Job?> Take(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var now = clock.GetUtcNow();
        var job = await store.Set<Job>().AsNoTracking()
            .Where(j => (j.State == JobState.Queued || j.State == JobState.Running) && j.LeaseUntil <= now)
            .OrderBy(j => j.CreatedAt).ThenBy(j => j.Id).FirstOrDefaultAsync(cancel);
        if (job is null) return null;
        // The guard makes sure that of two runners only one gets it.
        var taken = await store.Set<Job>().Where(j => j.Id == job.Id && j.State == job.State && j.LeaseUntil == job.LeaseUntil).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.State, JobState.Running).SetProperty(j => j.Attempts, j => j.Attempts + 1)
            .SetProperty(j => j.StartedAt, now).SetProperty(j => j.LeaseUntil, now + Lease), cancel);
        if (taken == 0) return await Take(cancel);
        job.Attempts++;
        return job;
    }

    private async Task Run(Job job, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == job.Kind);
            var context = new JobContext(job, (done, total, note) => Report(job, done, total, note, cancel));
            if (job.Attempts > MostAttempts)
            {
                await handler.GiveUp(context, cancel);
                throw new InvalidOperationException($"Job {job.Id} was interrupted {MostAttempts} times.");
            }
            await handler.Run(context, cancel);
            await Finish(job, JobState.Done, null);
        }
        catch (LeaseLostException)
        {
            log.LogWarning("Job {JobId} {JobKind} was taken up by another runner, since its lease had run out", job.Id, job.Kind);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The host stops. The lease runs out and the job is taken up again.
            log.LogInformation("Job {JobId} {JobKind} was interrupted by the stop of the host", job.Id, job.Kind);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Job {JobId} {JobKind} failed", job.Id, job.Kind);
            await Finish(job, JobState.Failed, "处理时出错，没有做完。请把任务编号告诉系统管理员。");
        }
    }

    private async Task Report(Job job, long done, long total, string note, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var until = clock.GetUtcNow() + Lease;
        var mine = await Mine(scope, job).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.Done, done).SetProperty(j => j.Total, total).SetProperty(j => j.Note, note).SetProperty(j => j.LeaseUntil, until), cancel);
        if (mine == 0) throw new LeaseLostException();
    }

    private async Task Finish(Job job, JobState state, string? note)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        await Mine(scope, job).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.State, state).SetProperty(j => j.FinishedAt, now).SetProperty(j => j.Note, j => note ?? j.Note), CancellationToken.None);
    }

    // Whoever takes a job up counts an attempt: with another count it is another runner's.
    private static IQueryable<Job> Mine(AsyncServiceScope scope, Job job) =>
        scope.ServiceProvider.GetRequiredService<Store>().Set<Job>().Where(j => j.Id == job.Id && j.Attempts == job.Attempts);
}
