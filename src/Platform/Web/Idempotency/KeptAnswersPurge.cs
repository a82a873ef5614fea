namespace Qingdan.Platform.Web.Idempotency;

/// <summary>When answers that are older than a day are removed: once a minute in each process, not with each request.</summary>
internal sealed class KeptAnswersPurge
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private long _next;

    /// <summary>True for the first who asks in a minute.</summary>
    public bool IsDue(DateTimeOffset now)
    {
        var next = Volatile.Read(ref _next);
        return now.UtcTicks >= next && Interlocked.CompareExchange(ref _next, now.UtcTicks + Pause.Ticks, next) == next;
    }
}
