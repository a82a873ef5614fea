namespace Qingdan.Records.Contracts;

/// <summary>One decision over many rows (批量确认): who, when, by which filter, how many; undone as one.</summary>
public sealed class Decision
{
    public long Id { get; init; }

    /// <summary>What was decided: <c>lists.responsibility.confirm</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The filter the rows were chosen by, as a readable Chinese sentence.</summary>
    public string Filter { get; init; } = "";

    public long RowCount { get; set; }
    public string Why { get; init; } = "";
    public long ActorId { get; init; }
    public required string ActorName { get; init; }
    public long UnitId { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? UndoneAt { get; set; }
    public string UndoneBy { get; set; } = "";
}
