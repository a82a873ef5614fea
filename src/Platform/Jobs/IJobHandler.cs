using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;

namespace Qingdan.Platform.Jobs;

/// <summary>Runs one kind of job. Must be idempotent: after a crash it is run again.</summary>
public interface IJobHandler
{
    /// <summary>The <see cref="Job.Kind"/> it runs.</summary>
    string Kind { get; }

    /// <summary>Does the work; an exception fails the job.</summary>
    Task Run(JobContext job, CancellationToken cancel);

    /// <summary>Puts in order what a job left that was interrupted too often and is not run again.</summary>
    Task GiveUp(JobContext job, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>What a handler sees of its job.</summary>
public sealed class JobContext(Job job, Func<long, long, string, Task> report)
{
    /// <summary>The job's key.</summary>
    public long Id => job.Id;

    /// <summary>Its kind.</summary>
    public string Kind => job.Kind;

    /// <summary>Who asked.</summary>
    public Actor Actor { get; } = JsonSerializer.Deserialize<Actor>(job.Actor, JsonText.Readable)!;

    /// <summary>What to do.</summary>
    public T Payload<T>() => JsonSerializer.Deserialize<T>(job.Payload, JsonText.Readable)!;

    /// <summary>
    /// Makes sure inside the transaction of a batch that the job is still this runner's: until it is committed no other can take the job up.
    /// </summary>
    public async Task Hold(Store store, CancellationToken cancel)
    {
        if (await store.Execute("UPDATE platform_jobs SET attempts = attempts WHERE id = @id AND attempts = @attempts", cancel, ("id", job.Id), ("attempts", job.Attempts)) == 0)
            throw new LeaseLostException();
    }

    /// <summary>Tells how far it is; call at each batch. Also keeps the lease; ends the job here when another runner has taken it up.</summary>
    public Task Report(long done, long total, string note) => report(done, total, note);
}

/// <summary>A kind of cancelling, so that no handler takes it for a fault of its own and clears away what the other runner writes.</summary>
internal sealed class LeaseLostException() : OperationCanceledException("Another runner has this job.");
