using Microsoft.AspNetCore.Http;
using Qingdan.Exchange.Decisions;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Ids;

namespace Qingdan.Exchange.Gateway;

/// <summary>What is known of a call so far, for its line in the log.</summary>
internal sealed class CallStory(HttpContext http, IdSource ids, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private readonly DateTimeOffset _at = clock.GetUtcNow();

    /// <summary>Its number, which caller and provider may quote.</summary>
    public long Id { get; } = ids.Next();

    /// <summary>When it came in.</summary>
    public DateTimeOffset At => _at;

    public HttpContext Http => http;
    public KnownApplication? Application { get; set; }
    public Service? Service { get; set; }
    public GrantRow? Grant { get; set; }

    /// <summary>Keyed digest of the request; null when it was not read.</summary>
    public byte[]? Request { get; set; }

    /// <summary>True when the line that says how it ended is in the log.</summary>
    public bool Told { get; private set; }

    /// <summary>Brings its line, as it stands now, into the log; throws when it could not be brought there.</summary>
    public async Task Tell(CallLog log, CallResult result, int status, string reason, long rows = 0, long bytes = 0, byte[]? answer = null)
    {
        await log.Append(Record(result, status, reason, rows, bytes, answer), CancellationToken.None);
        Told = result != CallResult.Begun;
    }

    private CallRecord Record(CallResult result, int status, string reason, long rows, long bytes, byte[]? answer) => new()
    {
        Id = result == CallResult.Begun ? ids.Next() : Id, At = _at, ApplicationId = Application?.Id ?? 0, ConsumerId = Application?.UnitId ?? 0, ProviderId = Grant?.ProviderId ?? Service?.Mount.ProviderId ?? 0, ResourceId = Service?.Mount.ResourceId ?? 0,
        GrantId = Grant?.Id ?? 0, EntryId = Grant is null ? 0 : Grant is { Items.Length: 0, Blocked: [{ By.Id: var forbidding }, ..] } ? forbidding : Grant.Ground.Id, Purpose = Grant?.Purpose ?? "", Items = Grant is null || bytes == 0 ? "" : Grant.Leaves.Numbers,
        Rows = rows, Bytes = bytes, Milliseconds = (int)clock.GetElapsedTime(_started).TotalMilliseconds, Status = status, Result = result, Reason = reason, Request = Request, Answer = answer,
    };
}
