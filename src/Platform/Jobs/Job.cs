namespace Qingdan.Platform.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for a runner.</summary>
    Queued,

    /// <summary>A runner has it until its lease ends.</summary>
    Running,

    /// <summary>Ended well.</summary>
    Done,

    /// <summary>Ended with a bug or too often interrupted; <see cref="Job.Note"/> says what to do.</summary>
    Failed,
}

/// <summary>Slow work that survives a restart: enqueued in the transaction of the change, run at least once, so it must be idempotent.</summary>
public sealed class Job
{
    public long Id { get; init; }

    /// <summary>Which handler.</summary>
    public required string Kind { get; init; }

    /// <summary>What to do, as JSON of the handler's own type.</summary>
    public required string Payload { get; init; }

    /// <summary>Who asked, as JSON of an actor.</summary>
    public required string Actor { get; init; }

    public JobState State { get; set; }

    /// <summary>Steps done, of <see cref="Total"/>.</summary>
    public long Done { get; set; }

    /// <summary>Steps in all; 0 while unknown.</summary>
    public long Total { get; set; }

    /// <summary>What it is doing, or why it failed: a Chinese sentence.</summary>
    public string Note { get; set; } = "";

    public int Attempts { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Until then no runner takes it: one that waits is to begin later, one that runs is another's.</summary>
    public DateTimeOffset LeaseUntil { get; set; }
}
