using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Import.Rows;

/// <summary>How much a remark weighs.</summary>
public enum NoteWeight
{
    /// <summary>提醒: the row is imported; a person should know.</summary>
    Hint,

    /// <summary>单元格有问题: its value cannot be used; the row can be imported without it.</summary>
    Cell,

    /// <summary>整行不能导入.</summary>
    Row,
}

/// <summary>Something to say about a cell or a row.</summary>
/// <param name="Column">Index of the file's column; -1 for the row as a whole.</param>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Text">Chinese sentence with {0}.</param>
/// <param name="Args">Values of its placeholders.</param>
public sealed record RowNote(int Column, NoteWeight Weight, string Code, string Text, params string[] Args)
{
    /// <summary>A refusal of Standards as a remark.</summary>
    public static RowNote Of(Fault fault, int column, NoteWeight weight) =>
        new(column, weight, fault.Code, fault.Text, [.. fault.Args.Select(a => Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture) ?? "")]);
}
