using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;

namespace Qingdan.Records.Rounds;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>未报: nothing has come.</summary>
    NotStarted,

    /// <summary>填报中: parts are taken over.</summary>
    Filling,

    /// <summary>待签批: its content stands still until the head has signed.</summary>
    AwaitingHead,

    /// <summary>已报待审.</summary>
    HandedIn,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>已通过.</summary>
    Accepted,

    /// <summary>不适用: the authority does not expect one.</summary>
    NotExpected,
}

/// <summary>报送: what one unit owes of one table in a round. Its figures are kept, so that a board never counts rows.</summary>
public sealed class Report : IEditedRow
{
    /// <summary>The kind under which reports stand in the audit log and in sign-offs.</summary>
    public const string AuditKind = "records.report";

    public long Id { get; init; }
    public long RoundId { get; init; }
    public long UnitId { get; init; }
    public required string TableKey { get; init; }
    public ReportState State { get; set; }

    /// <summary>Since when it has been with whoever holds it.</summary>
    public DateTimeOffset Since { get; set; }

    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>校验码 of the content that is signed: ties the printed sheet to it. Empty while it may change.</summary>
    public string CheckCode { get; set; } = "";

    public int Rows { get; set; }
    public int Changed { get; set; }
    public int Added { get; set; }
    public int Removed { get; set; }

    /// <summary>减负计数: cells that came prefilled and were right.</summary>
    public long CellsPrefilled { get; set; }

    /// <summary>Of those that came prefilled, such as the system had inferred.</summary>
    public long CellsInferred { get; set; }

    /// <summary>Of those that came prefilled, such as the unit keeps in another table: repeats that were avoided.</summary>
    public long CellsRepeated { get; set; }

    /// <summary>Cells chosen from a list.</summary>
    public long CellsPicked { get; set; }

    /// <summary>Cells typed.</summary>
    public long CellsTyped { get; set; }

    /// <summary>How often it was sent back.</summary>
    public int Returned { get; set; }

    public int Reminded { get; set; }
    public DateTimeOffset? FirstHandedInAt { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string DecidedBy { get; set; } = "";

    /// <summary>What was said when it was sent back or accepted last.</summary>
    public string Opinion { get; set; } = "";

    /// <summary>While true the unit works on it.</summary>
    public bool WithUnit => State is ReportState.NotStarted or ReportState.Filling or ReportState.Returned;

    /// <summary>Moves it on.</summary>
    public void Move(ReportState to, DateTimeOffset now) => (State, Since) = (to, now);

    /// <summary>The report as the subject of an audit event.</summary>
    public Subject AsSubject(string label) => new(AuditKind, Id, label);
}

/// <summary>One row of a report as taken over.</summary>
internal sealed class ReportLine
{
    public long ReportId { get; init; }
    public int Place { get; init; }

    /// <summary>The record; 0 for a new one.</summary>
    public long RecordId { get; init; }

    /// <summary>The record's number when the row was compared.</summary>
    public int Edit { get; init; }

    public Contracts.Reports.ReportChange Change { get; init; }
    public required string Name { get; init; }

    /// <summary>Key → text as JSON; empty object for 未变 until the report is closed for signing.</summary>
    public required string NamedValues { get; init; }

    public long PartId { get; init; }
    public int Prefilled { get; init; }
    public int Inferred { get; init; }
    public int Picked { get; init; }
    public int Typed { get; init; }
}

/// <summary>分处室: an office of the unit that fills its part.</summary>
public sealed class Part
{
    public long Id { get; init; }
    public long ReportId { get; init; }
    public required string Name { get; init; }
    public string Contact { get; init; } = "";
    public DateTimeOffset? SentAt { get; set; }
    public DateTimeOffset? ReturnedAt { get; set; }
}

/// <summary>A stored row that an office answers for.</summary>
internal sealed class PartRow
{
    public long ReportId { get; init; }
    public long RecordId { get; init; }
    public long PartId { get; init; }
}

/// <summary>催办.</summary>
public sealed class Reminder
{
    public long Id { get; init; }
    public long ReportId { get; init; }
    public string Note { get; init; } = "";
    public long ActorId { get; init; }
    public required string ActorName { get; init; }
    public DateTimeOffset At { get; init; }
}
