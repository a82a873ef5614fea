using System.Text.Json;
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

    /// <summary>Who asked.</summary>
    public Actor Actor { get; } = JsonSerializer.Deserialize<Actor>(job.Actor, JsonText.Readable)!;

    /// <summary>What to do.</summary>
    public T Payload<T>() => JsonSerializer.Deserialize<T>(job.Payload, JsonText.Readable)!;

    /// <summary>Tells how far it is; call at each batch. Also keeps the lease; ends the job here when another runner has taken it up.</summary>
    public Task Report(long done, long total, string note) => report(done, total, note);
}
