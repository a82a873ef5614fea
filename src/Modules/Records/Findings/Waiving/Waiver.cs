using Qingdan.Platform.Audit;

namespace Qingdan.Records.Findings.Waiving;

/// <summary>Where a waiver stands.</summary>
public enum WaiverState
{
    /// <summary>待批.</summary>
    Asked,

    /// <summary>豁免中: holds until its last day.</summary>
    Granted,

    /// <summary>未同意.</summary>
    Refused,

    /// <summary>已到期, or ended before.</summary>
    Ended,
}

/// <summary>豁免: a unit need not mend a kind of finding at one resource until a day, since the authority has agreed. A rule of this system, no text of a law.</summary>
public sealed class Waiver
{
    /// <summary>The kind under which waivers stand in the audit log.</summary>
    public const string AuditKind = "records.waiver";

    public long Id { get; init; }
    public long ProviderId { get; init; }
    public long ResourceId { get; init; }

    /// <summary>The kind of finding.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the resource.</summary>
    public required string Subject { get; init; }

    /// <summary>Its page.</summary>
    public required string Place { get; init; }

    public required string Reason { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly UntilOn { get; init; }

    public WaiverState State { get; set; }
    public required string AskedBy { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public string Opinion { get; set; } = "";
    public string DecidedBy { get; set; } = "";
    public DateTimeOffset? DecidedAt { get; set; }
    public int Edit { get; set; }

    /// <summary>The waiver as the subject of an audit event.</summary>
    public Subject AsSubject() => new(AuditKind, Id, Subject);
}

/// <summary>Chinese names of the states.</summary>
internal static class WaiverWords
{
    public static string Text(this WaiverState state) => state switch
    {
        WaiverState.Asked => "待批",
        WaiverState.Granted => "豁免中",
        WaiverState.Refused => "未同意",
        _ => "已结束",
    };
}
