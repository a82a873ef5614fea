using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Clocks;

/// <summary>Whether a clock runs.</summary>
internal enum ClockState
{
    /// <summary>It runs. Past its last day it goes on running: overdue is never consent.</summary>
    Running,

    /// <summary>It stands still.</summary>
    Paused,

    /// <summary>What it asked for was done.</summary>
    Done,

    /// <summary>The case ended otherwise.</summary>
    Dropped,
}

/// <summary>What a clock runs for: the last day of the running one stands in it, for lists and orders.</summary>
internal interface IClocked : IEditedRow
{
    /// <summary>Its key.</summary>
    long Id { get; }

    /// <summary>The last day of the running clock; null when none runs.</summary>
    DateOnly? DueOn { get; set; }

    /// <summary>暂计.</summary>
    bool Provisional { get; set; }

    /// <summary>Working days of an extension that is being decided; 0 for none.</summary>
    int ExtensionDays { get; }
}

/// <summary>期限: one term of one matter.</summary>
internal sealed class Clock
{
    /// <summary>Owners that are no units: 大数据中心, 上级平台, 主管部门.</summary>
    public const long Centre = 0, Above = -1, Authority = -2;

    public long Id { get; init; }

    /// <summary>The case, the dispute, the objection or the update of the catalogue: ids are unique across tables.</summary>
    public long CaseId { get; init; }

    /// <summary>T1 to T9 of a law, or P1… of the city's practice.</summary>
    public required string Timer { get; init; }

    /// <summary>The law, by the id of its rule profile; empty for a practice.</summary>
    public required string Profile { get; init; }

    /// <summary>Whose duty it is: a unit, or one of the offices above.</summary>
    public long OwnerId { get; set; }

    /// <summary>The day of the event; the next day is the first that counts (民法典 201).</summary>
    public DateOnly StartedOn { get; init; }

    public int Amount { get; init; }

    /// <summary>工作日; false for 自然日.</summary>
    public bool WorkingDays { get; init; }

    /// <summary>Days of the extension; 0 for none.</summary>
    public int Extension { get; set; }

    /// <summary>The last day; null while it stands still.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>暂计: a day on the way belongs to a year without notice.</summary>
    public bool Provisional { get; set; }

    public ClockState State { get; set; }
    public DateOnly? StoppedOn { get; set; }
}

/// <summary>Why a clock stands still.</summary>
internal enum PauseKind
{
    /// <summary>补正. The law does not say whether the days count; here they do not (reading, not the text of a law).</summary>
    Supplement,

    /// <summary>上报上级平台: somebody above the city has to act (practice).</summary>
    PassedUp,
}

/// <summary>Days on which a clock stood still: from the day after <see cref="FromOn"/> to <see cref="ToOn"/>.</summary>
internal sealed class ClockPause
{
    public long Id { get; init; }
    public long ClockId { get; init; }
    public PauseKind Kind { get; init; }
    public DateOnly FromOn { get; init; }

    /// <summary>Null while it lasts.</summary>
    public DateOnly? ToOn { get; set; }
}
