namespace Qingdan.Records.Contracts;

/// <summary>One row that a decision touched. Stays when the decision is undone: both are part of the row's history.</summary>
public sealed class DecisionRow
{
    public long DecisionId { get; init; }

    /// <summary>The kind of thing, as in the audit log.</summary>
    public required string TargetKind { get; init; }

    public long TargetId { get; init; }

    /// <summary>Its state before.</summary>
    public string Was { get; init; } = "";

    /// <summary>Its number after; when it has grown, somebody went on with the row.</summary>
    public int Edit { get; init; }
}
