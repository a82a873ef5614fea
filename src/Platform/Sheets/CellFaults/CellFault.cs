using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Platform.Sheets.CellFaults;

/// <summary>Something to say about one cell of a file.</summary>
/// <param name="Row">The row's number as a person sees it.</param>
/// <param name="Column">Index among the file's columns; null when it concerns the whole row.</param>
/// <param name="Header">The column's header; empty for the whole row.</param>
/// <param name="Key">The field the column is mapped to; null when it is mapped to none.</param>
/// <param name="Value">The cell's text, shortened to 200 characters.</param>
/// <param name="Fault">Code and sentence.</param>
/// <param name="Severity">How much it matters.</param>
public sealed record CellFault(int Row, int? Column, string Header, string? Key, string? Value, Fault Fault, CellSeverity Severity)
{
    /// <summary>What is wrong with the cell of a field; it concerns the whole row where no column is mapped to the field.</summary>
    public static CellFault Of(SheetRow row, IReadOnlyList<string?> cells, ColumnMapping mapping, string key, Fault fault) => mapping[key] is { } at
        ? new(row.Number, at, mapping.Columns.First(c => c.Column == at).Header, key, cells[at], fault, CellSeverity.Error)
        : new(row.Number, null, "", key, null, fault, CellSeverity.Error);

    /// <summary>What the reader noticed about the cells of a row.</summary>
    public static IEnumerable<CellFault> Noticed(SheetRow row, IReadOnlyList<string?> cells, ColumnMapping mapping) => row.Marks.Where(m => m.Column < cells.Count).Select(m =>
        new CellFault(row.Number, m.Column, mapping.Columns[m.Column].Header, mapping.Columns[m.Column].Key, cells[m.Column], CellMarkFaults.Of(m.Kind), CellMarkFaults.Severity(m.Kind)));
}

/// <summary>How much a fault matters; a worse one is greater.</summary>
public enum CellSeverity
{
    /// <summary>The program changed the value and says so.</summary>
    Changed,

    /// <summary>Taken as it is; somebody should look.</summary>
    Warning,

    /// <summary>The row cannot be taken.</summary>
    Error,
}
