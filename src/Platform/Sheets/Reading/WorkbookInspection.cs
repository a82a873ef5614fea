using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading.Xlsx;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>One sheet's beginning.</summary>
internal sealed record SheetStart(SheetSummary Summary, IReadOnlyList<RawRow> Rows, IReadOnlyList<Merge> Merges);

/// <summary>Inspects a workbook: of its sheets the one that looks most like a table.</summary>
internal static class WorkbookInspection
{
    public static SheetInspection Of(Stream stream, SheetFormat format, string? wantedSheet, int? wantedRow, List<Fault> notes)
    {
        if (format is SheetFormat.Xlsx or SheetFormat.Xlsb) WorkbookGuard.Check(stream);
        if (format == SheetFormat.Ods) OpenDocument.Check(stream);
        var sheets = format switch { SheetFormat.Ods => OdsWorkbook.Look(stream), SheetFormat.Xlsx => XlsxWorkbook.Look(stream), _ => BinaryWorkbook.Look(stream) };
        if (wantedSheet is not null && !sheets.Exists(s => s.Summary.Name == wantedSheet)) throw new SheetException(SheetFaults.NoSheet(wantedSheet));
        if (sheets.TrueForAll(s => s.Rows.All(r => r.Cells.Length == 0))) throw new SheetException(SheetFaults.Empty);
        var found = sheets
            .Where(s => wantedSheet is null ? !s.Summary.Hidden : s.Summary.Name == wantedSheet)
            .Select(s => (Sheet: s, Header: HeaderFinder.Find(s.Rows, s.Merges, wantedRow)))
            .Where(s => s.Header is not null)
            .OrderByDescending(s => Worth(s.Sheet, s.Header!))
            .FirstOrDefault();
        if (found.Header is not { } header) throw new SheetException(SheetFaults.NoHeader);
        var data = found.Sheet.Rows.Where(r => r.Number > header.Row).ToList();
        var choice = new SheetChoice(format, null, null, found.Sheet.Summary.Name, header.Row, ColumnList.Of(header, data, notes), header.Top) { Merged = found.Sheet.Merges.Count > 0 };
        var shape = new RowShape(choice, strictWidth: false);
        var sample = data.Select(shape.Fit).OfType<SheetRow>().Take(SheetLimits.Sample).ToList();
        if (sample.Count == 0) throw new SheetException(SheetFaults.NoRows);
        return new(choice, [.. sheets.Select(s => s.Summary)], sample, notes);
    }

    // Instructions and dictionaries are short or narrow; the table is long and wide.
    private static double Worth(SheetStart sheet, FoundHeader header) =>
        header.Score * Math.Min(header.Names.Count, 20) * Math.Log2(1 + Math.Max(0, sheet.Summary.Rows - header.Row));
}
