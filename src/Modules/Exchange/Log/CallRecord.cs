namespace Qingdan.Exchange.Log;

/// <summary>How a call ended.</summary>
internal enum CallResult
{
    /// <summary>The whole answer went out.</summary>
    Answered,

    /// <summary>The answer broke off under way and was cut.</summary>
    Cut,

    /// <summary>Refused here; <see cref="CallRecord.Reason"/> says why.</summary>
    Refused,

    /// <summary>The provider did not answer, or not as it must.</summary>
    ProviderFailed,

    /// <summary>The caller went away before the answer.</summary>
    CallerLeft,

    /// <summary>A long answer began to go out; how it ended is a line of its own.</summary>
    Begun,
}

/// <summary>
/// One call (调用记录): who asked for what by which right, and what went out; never the data themselves. Part of the 使用记录 that 政务数据共享条例 Art. 29 wants kept for at least three years.
/// Node, sequence and digest are given by the log.
/// </summary>
internal sealed class CallRecord
{
    /// <summary>Key, from the ids of the program.</summary>
    public required long Id { get; init; }

    /// <summary>When the call came in, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The application that called; 0 when it is not known.</summary>
    public long ApplicationId { get; init; }

    /// <summary>使用单位; 0 when it is not known.</summary>
    public long ConsumerId { get; init; }

    /// <summary>提供单位; 0 when no resource was named.</summary>
    public long ProviderId { get; init; }

    /// <summary>数据目录; 0 when none was named.</summary>
    public long ResourceId { get; init; }

    /// <summary>共享授权; 0 when none matched.</summary>
    public long GrantId { get; init; }

    /// <summary>The entry of the responsibility list that allowed the call, or of the negative list that refused it; 0 for neither.</summary>
    public long EntryId { get; init; }

    /// <summary>The purpose of the grant (使用场景) as it was then.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Ids of the items that went out, ascending, joined by commas: made once for a grant, not for each call.</summary>
    public string Items { get; init; } = "";

    /// <summary>Records in the answer.</summary>
    public long Rows { get; init; }

    /// <summary>Bytes that went out.</summary>
    public long Bytes { get; init; }

    /// <summary>How long it took.</summary>
    public int Milliseconds { get; init; }

    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; init; }

    /// <summary>How it ended.</summary>
    public CallResult Result { get; init; }

    /// <summary>Stable code of the refusal or failure: <c>exchange.grant.suspended</c>; empty for what was answered.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Keyed digest of the request (<see cref="CallKey"/>); null when there was none to read.</summary>
    public byte[]? Request { get; init; }

    /// <summary>Keyed digest of what went out; null when nothing did, or not all.</summary>
    public byte[]? Answer { get; init; }

    /// <summary>The chain that it is in.</summary>
    public long Node { get; set; }

    /// <summary>Its place in the chain, from 1, without a gap.</summary>
    public long Sequence { get; set; }

    /// <summary>The chain's digest up to here (<see cref="LogChain"/>).</summary>
    public byte[] Digest { get; set; } = [];
}
