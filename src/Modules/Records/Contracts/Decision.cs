using Qingdan.Platform.Audit;

namespace Qingdan.Records.Contracts;

/// <summary>One decision over many rows (批量确认): who, when, by which filter, how many; undone as one.</summary>
public sealed class Decision
{
    /// <summary>The kind under which decisions stand in the audit log.</summary>
    public const string AuditKind = "records.decision";

    public long Id { get; init; }

    /// <summary>What was decided: <c>lists.responsibility.confirm</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The filter the rows were chosen by, as a readable Chinese sentence.</summary>
    public string Filter { get; init; } = "";

    /// <summary>The number of the document it quotes, such as 会议纪要; empty without one.</summary>
    public string DocumentNumber { get; init; } = "";

    public long RowCount { get; set; }
    public string Why { get; init; } = "";
    public long ActorId { get; init; }
    public required string ActorName { get; init; }
    public long UnitId { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? UndoneAt { get; set; }
    public string UndoneBy { get; set; } = "";

    /// <summary>The decision as the subject of an audit event.</summary>
    public Subject AsSubject() => new(AuditKind, Id, Filter);
}
