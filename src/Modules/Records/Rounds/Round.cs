using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;

namespace Qingdan.Records.Rounds;

/// <summary>Where a round stands.</summary>
public enum RoundState
{
    /// <summary>进行中.</summary>
    Open,

    /// <summary>已结束.</summary>
    Closed,
}

/// <summary>集中梳理任务: the authority's notice asks units for tables by a day. A matter of practice, no text of the standard.</summary>
public sealed class Round : IEditedRow
{
    /// <summary>The kind under which rounds stand in the audit log.</summary>
    public const string AuditKind = "records.round";

    public long Id { get; init; }
    public required string Title { get; set; }

    /// <summary>通知文号.</summary>
    public string NoticeNumber { get; set; } = "";

    public DateOnly NoticeOn { get; set; }

    /// <summary>The day by which reports are due.</summary>
    public DateOnly DueOn { get; set; }

    public string Note { get; set; } = "";

    /// <summary>Keys of the tables asked for, separated by commas, in the order of their attachments.</summary>
    public required string Tables { get; init; }

    public RoundState State { get; set; }
    public int Edit { get; set; }
    public long Revision { get; set; }
    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The keys of its tables in their order.</summary>
    public IReadOnlyList<string> TableKeys => Tables.Split(',');

    /// <summary>The round as the subject of an audit event.</summary>
    public Subject AsSubject() => new(AuditKind, Id, Title);
}
