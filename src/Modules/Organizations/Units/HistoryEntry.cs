namespace Qingdan.Organizations.Units;

/// <summary>What can happen to a unit.</summary>
internal enum HistoryKind
{
    Renamed,
    Merged,
    MergeUndone,

    /// <summary>职能划转: duties went to another unit.</summary>
    DutiesMoved,
}

/// <summary>One event in a unit's life, with the day it took effect and the document it rests on.</summary>
internal sealed class HistoryEntry
{
    public long Id { get; init; }
    public long UnitId { get; init; }
    public HistoryKind Kind { get; init; }

    /// <summary>The day it took effect.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Number or title of the document; may be empty.</summary>
    public string Document { get; init; } = "";

    public string Note { get; init; } = "";
    public long? OtherUnitId { get; init; }
    public DateTimeOffset At { get; init; }
    public long PersonId { get; init; }
    public string PersonName { get; init; } = "";
}
