using Qingdan.Platform.Results;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>What was found in a file before reading it.</summary>
/// <param name="Choice">How to read it; hand it to <see cref="SheetFile.Read"/>.</param>
/// <param name="Sheets">All sheets of a workbook, or all arrays of a JSON object; one for a text.</param>
/// <param name="Sample">The first rows of data, at most 200.</param>
/// <param name="Notes">What a person should know but need not mend: columns of one name, another name than content.</param>
public sealed record SheetInspection(SheetChoice Choice, IReadOnlyList<SheetSummary> Sheets, IReadOnlyList<SheetRow> Sample, IReadOnlyList<Fault> Notes);

/// <summary>How a file is read; can be kept as JSON.</summary>
/// <param name="Format">Found by content, not by name.</param>
/// <param name="Encoding">Name of the encoding; null for workbooks.</param>
/// <param name="Delimiter">Between cells of a text; null otherwise.</param>
/// <param name="Sheet">Name of the sheet or of the JSON array; null where there is only one without a name.</param>
/// <param name="HeaderRow">Number of the last row of the header; 0 for JSON, whose keys are the header.</param>
/// <param name="Columns">The columns with a header or with data.</param>
/// <param name="HeaderTop">Number of the first row of the header: what <see cref="SheetFile.Inspect"/> takes; 0 for JSON.</param>
public sealed record SheetChoice(SheetFormat Format, string? Encoding, char? Delimiter, string? Sheet, int HeaderRow, IReadOnlyList<SheetColumn> Columns, int HeaderTop = 0)
{
    /// <summary>False where it is known that no cells of the sheet are merged: they stand behind the rows, and need not be looked for again.</summary>
    public bool Merged { get; init; } = true;
}

/// <summary>One sheet.</summary>
/// <param name="Name">Its name; empty for a text.</param>
/// <param name="Rows">Rows with anything in them, header included; an estimate for texts and workbooks.</param>
/// <param name="Hidden">True for a hidden sheet, which is never chosen unasked.</param>
public sealed record SheetSummary(string Name, long Rows, bool Hidden = false);

/// <summary>One column.</summary>
/// <param name="Index">Its place among the columns, from 0.</param>
/// <param name="Source">Its place in the file, from 0.</param>
/// <param name="Header">Its header, different from all others; group and name joined by "/" where the header has two rows.</param>
/// <param name="Name">The header's own text, without group: the JSON key, or the lower of two header rows.</param>
public sealed record SheetColumn(int Index, int Source, string Header, string Name);
