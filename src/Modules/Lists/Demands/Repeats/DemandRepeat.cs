namespace Qingdan.Lists.Demands.Repeats;

/// <summary>What the likeness of two demands means.</summary>
public enum RepeatKind
{
    /// <summary>重复需求: one unit has asked twice for one purpose.</summary>
    Repeat,

    /// <summary>同类需求: several units want the same, and can be answered together.</summary>
    Alike,
}

/// <summary>What became of two demands that are alike.</summary>
public enum RepeatState
{
    /// <summary>待处理.</summary>
    Open,

    /// <summary>合并答复: they are answered together.</summary>
    Joined,

    /// <summary>不是重复: told apart until one of them wants something else.</summary>
    Rejected,
}

/// <summary>By what a demand is looked up by others: a resource, or the name of an item outside the catalogue.</summary>
internal sealed class DemandKey
{
    public long DemandId { get; init; }
    public required string Value { get; init; }
}

/// <summary>Two demands that are alike, whichever units they come from; the elder is the first.</summary>
internal sealed class DemandRepeat
{
    public long Id { get; init; }
    public long FirstId { get; init; }
    public long SecondId { get; init; }
    public int Common { get; set; }

    /// <summary>Items of the one that wants fewer.</summary>
    public int Smaller { get; set; }

    public bool SameScenario { get; set; }
    public RepeatState State { get; set; }

    /// <summary>What each wanted when it was last looked at.</summary>
    public required string FirstWants { get; set; }

    public required string SecondWants { get; set; }
    public string Why { get; set; } = "";
    public string DecidedBy { get; set; } = "";
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What it means; null when one unit asks for the same for another purpose, which is no repetition.</summary>
    public RepeatKind? Kind(bool oneUnit) => !oneUnit ? RepeatKind.Alike : SameScenario ? RepeatKind.Repeat : null;
}
