using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Mounts.Trial;

/// <summary>How an item fared in a trial call.</summary>
public enum TrialVerdict
{
    /// <summary>There, and of its type.</summary>
    Fits,

    /// <summary>There, of another type than the catalogue says.</summary>
    OtherType,

    /// <summary>Not where the mount says.</summary>
    Missing,

    /// <summary>Has no place in the mount.</summary>
    Unplaced,
}

/// <summary>An item beside the answer. Kinds are Chinese words; the proposal is a path, empty for none.</summary>
public sealed record TrialItem(long ItemId, string Name, string Path, TrialVerdict Verdict, IReadOnlyList<string> Kinds, string Proposal);

/// <summary>A field of the answer in which no item sits.</summary>
public sealed record TrialField(string Path, IReadOnlyList<string> Kinds);

/// <summary>What came of a trial call. No value of the answer is in it.</summary>
/// <param name="Passed">True when the mount can be put in service.</param>
/// <param name="Status">HTTP status; null when none came.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Bytes">Length of the answer.</param>
/// <param name="Rows">Rows that were found.</param>
/// <param name="Fault">Why it failed; null when it did not.</param>
/// <param name="RowsProposal">Where the rows seem to be; empty when they are where the mount says.</param>
/// <param name="DataOn">Of which day the data are; null when nothing says it.</param>
/// <param name="Items">The items.</param>
/// <param name="Surplus">Further fields.</param>
public sealed record TrialView(bool Passed, int? Status, long Milliseconds, long Bytes, long Rows, Fault? Fault, string RowsProposal, DateOnly? DataOn, IReadOnlyList<TrialItem> Items, IReadOnlyList<TrialField> Surplus);
