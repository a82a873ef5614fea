namespace Qingdan.Platform.Sheets.Writing;

/// <summary>The kinds of table files that are written.</summary>
public enum TableFormat
{
    /// <summary>Workbook.</summary>
    Xlsx,

    /// <summary>Text with commas, UTF-8 with byte order mark so that Excel shows Chinese.</summary>
    Csv,

    /// <summary>One array of objects.</summary>
    Json,
}

/// <summary>How one sheet looks. Texts are in the reader's language already.</summary>
/// <param name="Name">The sheet's tab; shortened to what Excel allows.</param>
/// <param name="Columns">The columns from left to right.</param>
public sealed record SheetSpec(string Name, IReadOnlyList<ColumnSpec> Columns)
{
    /// <summary>A title over the whole width; null for a flat data table that begins with its header.</summary>
    public string? Title { get; init; }

    /// <summary>A line below the title: issuing body, date. Needs a title.</summary>
    public string? Subline { get; init; }
}

/// <summary>One column.</summary>
/// <param name="Header">Its name as people read it.</param>
/// <param name="Type">What its cells are.</param>
/// <param name="Width">Characters of a Latin digit; a Chinese character takes two.</param>
/// <param name="Key">Its name in JSON; the header when null.</param>
/// <param name="Required">Marks the header in workbooks with a red asterisk.</param>
public sealed record ColumnSpec(string Header, CellType Type = CellType.Text, double Width = 18, string? Key = null, bool Required = false);

/// <summary>What a column's cells are. A value of another type is written as what it is.</summary>
public enum CellType
{
    /// <summary>Text, wrapped.</summary>
    Text,

    /// <summary>Text that must never become a number when somebody edits it: codes, phone numbers.</summary>
    Code,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, or an instant shown in Shanghai's time.</summary>
    Date,
}

/// <summary>A cell with a background, for values that need a look.</summary>
/// <param name="Value">The value.</param>
/// <param name="Fill">The background.</param>
public sealed record FilledCell(object? Value, CellFill Fill);

/// <summary>Backgrounds of cells.</summary>
public enum CellFill
{
    /// <summary>None.</summary>
    None,

    /// <summary>Red: wrong.</summary>
    Error,

    /// <summary>Yellow: doubtful.</summary>
    Warning,

    /// <summary>Blue: changed by the program.</summary>
    Changed,

    /// <summary>Grey: given by the program, not to be filled in.</summary>
    Given,
}

/// <summary>One sheet with its rows.</summary>
/// <param name="Spec">How it looks.</param>
/// <param name="Rows">
/// The rows; each has a value for each column: string, whole or decimal number, bool, DateOnly, DateTimeOffset, null, or one of them in a <see cref="FilledCell"/>.
/// </param>
public sealed record SheetTable(SheetSpec Spec, IAsyncEnumerable<IReadOnlyList<object?>> Rows);
