using System.Xml;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading.Xlsx;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>The one way to read a table from a file, whatever its kind. The stream must be seekable; it is left open.</summary>
public static class SheetFile
{
    /// <summary>Finds out what the file is, its best sheet, its header and its first rows.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="name">Its name at the sender, compared with what it is.</param>
    /// <param name="sheet">Another sheet than the best; null for the best.</param>
    /// <param name="headerRow">The number of the header's first row when a person says so.</param>
    public static Result<SheetInspection> Inspect(Stream stream, string name, string? sheet = null, int? headerRow = null)
    {
        try
        {
            var notes = new List<Fault>();
            var inspection = FileContent.Binary(stream) is { } workbook
                ? WorkbookInspection.Of(stream, workbook, sheet, headerRow, notes)
                : TextInspection.Of(stream, sheet, headerRow, notes);
            if (!Named(name, inspection.Choice.Format)) notes.Insert(0, SheetFaults.NamedOtherwise(name, inspection.Choice.Format));
            return inspection with { Notes = notes };
        }
        catch (Exception e) when (e is SheetException || Damaged(e))
        {
            var fault = (e as SheetException)?.Fault ?? SheetFaults.Broken;
            // WPS's own format is read where it is an old workbook in disguise.
            return name.EndsWith(".et", StringComparison.OrdinalIgnoreCase) && fault.Code is "sheet.broken" or "sheet.no-workbook" or "sheet.unknown-format" ? SheetFaults.Et : fault;
        }
    }

    /// <summary>
    /// Streams the rows of data, blank ones left out. Throws <see cref="SheetException"/> where the file turns out damaged or too long on the way.
    /// </summary>
    public static IEnumerable<SheetRow> Read(Stream stream, SheetChoice choice)
    {
        var shape = new RowShape(choice, strictWidth: choice.Format == SheetFormat.Csv);
        var count = 0;
        foreach (var raw in Rows(stream, choice))
        {
            if (raw.Number <= choice.HeaderRow || shape.Fit(raw) is not { } row) continue;
            if (++count > SheetLimits.Rows) throw new SheetException(SheetFaults.TooManyRows);
            yield return row;
        }
    }

    /// <summary>
    /// Every text of the file wherever it stands: all sheets, hidden ones and their names, headers and footers too, all columns, rows above the header,
    /// names and texts of a JSON file outside its tables. Throws <see cref="SheetException"/> where the file turns out damaged.
    /// </summary>
    public static IEnumerable<PlacedText> Texts(Stream stream, SheetChoice choice) => Guarded(choice.Format switch
    {
        SheetFormat.Xlsx => XlsxWorkbook.Texts(stream),
        SheetFormat.Xlsb or SheetFormat.Xls => BinaryWorkbook.Texts(stream),
        SheetFormat.Ods => OdsWorkbook.Texts(stream),
        SheetFormat.Csv => DelimitedText.Rows(stream, choice.Encoding!, choice.Delimiter!.Value).SelectMany(row => PlacedText.Of("", row)),
        _ => JsonTexts.All(stream, choice.Encoding!, lines: choice.Format == SheetFormat.Ndjson),
    });

    private static IEnumerable<RawRow> Rows(Stream stream, SheetChoice choice) => Guarded(choice.Format switch
    {
        SheetFormat.Xlsx => XlsxWorkbook.Rows(stream, choice.Sheet!, choice.Merged),
        SheetFormat.Xlsb or SheetFormat.Xls => BinaryWorkbook.Rows(stream, choice.Sheet!),
        SheetFormat.Ods => OdsWorkbook.Rows(stream, choice.Sheet!),
        SheetFormat.Csv => DelimitedText.Rows(stream, choice.Encoding!, choice.Delimiter!.Value),
        SheetFormat.Json => JsonRows.Rows(stream, choice.Encoding!, choice.Sheet ?? "", lines: false, [.. choice.Columns.Select(c => c.Name)]),
        _ => JsonRows.Rows(stream, choice.Encoding!, "", lines: true, [.. choice.Columns.Select(c => c.Name)]),
    });

    private static IEnumerable<T> Guarded<T>(IEnumerable<T> read)
    {
        using var rows = read.GetEnumerator();
        while (Next(rows)) yield return rows.Current;
    }

    private static bool Next<T>(IEnumerator<T> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception e) when (Damaged(e))
        {
            throw new SheetException(SheetFaults.Broken, e);
        }
    }

    // What the libraries for packages and XML throw over bytes that are neither.
    private static bool Damaged(Exception e) => e is XmlException or InvalidDataException;

    private static bool Named(string name, SheetFormat format) => Path.GetExtension(name).ToUpperInvariant() is var extension && format switch
    {
        SheetFormat.Xlsx => extension is ".XLSX" or ".XLSM" or "",
        SheetFormat.Xlsb => extension is ".XLSB" or "",
        SheetFormat.Xls => extension is ".XLS" or ".ET" or "",
        SheetFormat.Ods => extension is ".ODS" or "",
        SheetFormat.Csv => extension is ".CSV" or ".TSV" or ".TXT" or "",
        SheetFormat.Json => extension is ".JSON" or "",
        _ => extension is ".NDJSON" or ".JSONL" or ".JSON" or "",
    };
}
