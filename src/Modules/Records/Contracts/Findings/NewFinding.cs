namespace Qingdan.Records.Contracts.Findings;

/// <summary>A finding to be written. Its sentence and anchor follow from its kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ProviderId">Whose it is to mend.</param>
/// <param name="ResourceId">The catalogue resource; 0 without one.</param>
/// <param name="Subject">Name of the thing it is about.</param>
/// <param name="Place">Address of the page that shows it.</param>
public sealed record NewFinding(FindingKind Kind, long ProviderId, long ResourceId, string Subject, string Place)
{
    /// <summary>Address of the form in which its unit mends it; empty where that is <see cref="Place"/>.</summary>
    public string Form { get; init; } = "";

    /// <summary><c>responsibility</c>, <c>negative</c>, or empty.</summary>
    public string EntryKind { get; init; } = "";

    /// <summary>The row of that list; 0 without one.</summary>
    public long EntryId { get; init; }

    /// <summary>Values of the sentence; several Chinese terms in one value are parted by 、.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>The cells that are meant, the first few.</summary>
    public IReadOnlyList<FindingCell> Cells { get; init; } = [];
}

/// <summary>单元格: where in a record a finding sits.</summary>
/// <param name="Label">Chinese name of the field.</param>
/// <param name="Field">The form's name of it, so that the form can be opened there.</param>
/// <param name="Item">The data item; empty for the record itself.</param>
/// <param name="Value">What stands there; empty for nothing.</param>
public sealed record FindingCell(string Label, string Field, string Item = "", string Value = "")
{
    private const int MostCharacters = 40;

    /// <summary>The value in a length that a table can show.</summary>
    public static string Cut(string value) => value.Length <= MostCharacters ? value : string.Concat(value.AsSpan(0, MostCharacters), "…");
}
