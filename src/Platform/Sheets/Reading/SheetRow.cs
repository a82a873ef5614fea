namespace Qingdan.Platform.Sheets.Reading;

/// <summary>One row of data.</summary>
/// <param name="Number">Its number as a person sees it in the file: row of the sheet, record of the text, element of the array; from 1.</param>
/// <param name="Cells">The texts in the order of <see cref="SheetChoice.Columns"/>; null where there is nothing.</param>
/// <param name="Marks">What the reader had to change or doubts; empty for nearly every row.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string?> Cells, IReadOnlyList<CellMark> Marks);

/// <summary>Something the reader noticed about a cell.</summary>
/// <param name="Column">Index in <see cref="SheetChoice.Columns"/>; their count for what stands beyond the last column.</param>
/// <param name="Kind">What it noticed.</param>
public readonly record struct CellMark(int Column, CellMarkKind Kind);

/// <summary>What the reader can notice about a cell.</summary>
public enum CellMarkKind
{
    /// <summary>A number of 16 digits or more: Excel keeps 15, the rest has become zeros.</summary>
    DigitsLost,

    /// <summary>NUL or other control characters were taken out.</summary>
    ControlCharacters,

    /// <summary>Bytes that are no character of the encoding; shown as �.</summary>
    Unreadable,

    /// <summary>A formula without a value (#N/A, #REF! …); the text is the error's name.</summary>
    FormulaError,

    /// <summary>Longer than <see cref="SheetLimits.CellLength"/>; cut there.</summary>
    TooLong,

    /// <summary>The row has fewer cells than the header.</summary>
    MissingCells,

    /// <summary>The row has text beyond the last column; it is not read.</summary>
    ExtraCells,

    /// <summary>The row is hidden in the workbook; it is read all the same.</summary>
    HiddenRow,
}
