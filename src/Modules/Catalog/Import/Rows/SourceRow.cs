using Qingdan.Catalog.Import.Fields;

namespace Qingdan.Catalog.Import.Rows;

/// <summary>One row of the file as it was understood.</summary>
internal sealed class SourceRow(int number)
{
    /// <summary>Its number as a person sees it in the file.</summary>
    public int Number => number;

    /// <summary>Normalised text by field; domain values by the name of the enum member, days as yyyy-MM-dd. Null for nothing.</summary>
    public string?[] Values { get; } = new string?[ImportFields.Count];

    /// <summary>What was written where the value could not be understood or says less: kept among the elements.</summary>
    public List<(ImportField Field, string Text)>? Originals { get; private set; }

    /// <summary>Items of this row.</summary>
    public IReadOnlyList<SourceItem> Items { get; set; } = [];

    public List<RowNote>? Notes { get; private set; }

    public string? this[ImportField field]
    {
        get => Values[(int)field];
        set => Values[(int)field] = value;
    }

    public NoteWeight? Weight => Notes?.Max(n => n.Weight);

    public void Note(RowNote note) => (Notes ??= []).Add(note);

    public void Original(ImportField field, string text) => (Originals ??= []).Add((field, text));
}

/// <summary>An item as the file gives it; domain values by the name of the enum member.</summary>
internal sealed record SourceItem(
    string Name, string FieldName = "", string DataType = "", int? Length = null, string Note = "",
    string? Share = null, string ShareCondition = "", string ShareReason = "", string? OpenType = null);
