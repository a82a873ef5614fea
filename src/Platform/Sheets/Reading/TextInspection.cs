using Qingdan.Platform.Results;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Inspects a text: delimited, JSON, or JSON lines.</summary>
internal static class TextInspection
{
    public static SheetInspection Of(Stream stream, string? wantedSheet, int? wantedRow, List<Fault> notes)
    {
        var encoding = TextEncoding.Find(stream, out var note);
        if (note is not null) notes.Add(note);
        return FileContent.Textual(stream, TextEncoding.Named(encoding)) == SheetFormat.Json
            ? Json(stream, encoding, wantedSheet, notes)
            : Delimited(stream, encoding, wantedRow, notes);
    }

    private static SheetInspection Json(Stream stream, string encoding, string? wantedSheet, List<Fault> notes)
    {
        var (format, tables) = JsonLayout.Find(stream, encoding);
        var table = wantedSheet is null ? tables[0] : tables.Find(t => t.Path == wantedSheet) ?? throw new SheetException(SheetFaults.NoSheet(wantedSheet));
        var choice = new SheetChoice(format, encoding, null, table.Path.Length == 0 ? null : table.Path, 0, ColumnList.Of(table.Keys, notes));
        return new(choice, [.. tables.Select(t => new SheetSummary(t.Path, t.Rows))], [.. SheetFile.Read(stream, choice).Take(SheetLimits.Sample)], notes);
    }

    private static SheetInspection Delimited(Stream stream, string encoding, int? wantedRow, List<Fault> notes)
    {
        stream.Position = 0;
        char delimiter;
        using (var reader = new StreamReader(stream, TextEncoding.Named(encoding), detectEncodingFromByteOrderMarks: true, leaveOpen: true)) delimiter = Delimiters.Find(reader);
        var lines = DelimitedText.Lines(stream);
        var rows = DelimitedText.Rows(stream, encoding, delimiter).Take(SheetLimits.Sample + 2 * SheetLimits.HeaderSearch).ToList();
        if (HeaderFinder.Find(rows, [], wantedRow) is not { } header) throw new SheetException(SheetFaults.NoHeader);
        var data = rows.Where(r => r.Number > header.Row).ToList();
        var choice = new SheetChoice(SheetFormat.Csv, encoding, delimiter, null, header.Row, ColumnList.Of(header, data, notes), header.Top);
        var shape = new RowShape(choice, strictWidth: true);
        var sample = data.Select(shape.Fit).OfType<SheetRow>().Take(SheetLimits.Sample).ToList();
        if (sample.Count == 0) throw new SheetException(SheetFaults.NoRows);
        return new(choice, [new("", lines)], sample, notes);
    }
}
