using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Reads binary workbooks, those before Excel 2007 and .xlsb. Whatever the library throws over a damaged file becomes the sentence for it.</summary>
internal static class BinaryWorkbook
{
    private const int MostSheets = 100;

    static BinaryWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>All sheets with their first rows.</summary>
    public static List<SheetStart> Look(Stream stream)
    {
        using var reader = Open(stream);
        var sheets = new List<SheetStart>();
        do
        {
            var summary = new SheetSummary(reader.Name, reader.RowCount, reader.VisibleState != "visible");
            var merges = (reader.MergeCells ?? []).Select(m => new Merge(m.FromRow + 1, m.FromColumn, m.ToRow + 1, m.ToColumn)).ToList();
            sheets.Add(new(summary, [.. Rows(reader).Take(SheetLimits.Sample + 2 * SheetLimits.HeaderSearch)], merges));
        }
        while (sheets.Count < MostSheets && Guarded(reader.NextResult));
        return sheets;
    }

    /// <summary>All rows of one sheet.</summary>
    public static IEnumerable<RawRow> Rows(Stream stream, string sheet)
    {
        using var reader = Open(stream);
        while (reader.Name != sheet)
            if (!Guarded(reader.NextResult)) throw new SheetException(SheetFaults.NoSheet(sheet));
        foreach (var row in Rows(reader)) yield return row;
    }

    /// <summary>The texts of all sheets, in one pass.</summary>
    public static IEnumerable<PlacedText> Texts(Stream stream)
    {
        using var reader = Open(stream);
        do
        {
            var sheet = reader.Name;
            yield return new(sheet, 0, sheet);
            foreach (var text in Around(reader)) yield return PlacedText.Printed(sheet, text);
            foreach (var row in Rows(reader))
                foreach (var text in PlacedText.Of(sheet, row)) yield return text;
        }
        while (Guarded(reader.NextResult));
    }

    // Where marks like to stand.
    private static IEnumerable<string> Around(IExcelDataReader reader)
    {
        string?[] printed = reader.HeaderFooter is { } h ? [h.OddHeader, h.OddFooter, h.EvenHeader, h.EvenFooter, h.FirstHeader, h.FirstFooter] : [];
        return printed.OfType<string>();
    }

    private static IEnumerable<RawRow> Rows(IExcelDataReader reader)
    {
        var merged = new MergedDown((reader.MergeCells ?? []).Select(m => new Merge(m.FromRow + 1, m.FromColumn, m.ToRow + 1, m.ToColumn)));
        for (var number = 1; Guarded(reader.Read); number++) yield return merged.Fill(Guarded(() => Row(reader, number)));
    }

    private static RawRow Row(IExcelDataReader reader, int number)
    {
        var width = reader.FieldCount;
        while (width > 0 && reader.IsDBNull(width - 1)) width--;
        var cells = new string?[width];
        List<CellMark>? marks = null;
        for (var i = 0; i < width; i++)
        {
            cells[i] = WorkbookCell.Text(reader, i, out var mark);
            if (mark is { } kind) (marks ??= []).Add(new(i, kind));
        }
        // A row without height is hidden: filtered away, or folded in.
        if (width > 0 && reader.RowHeight == 0) (marks ??= []).Add(new(-1, CellMarkKind.HiddenRow));
        return new(number, cells, marks);
    }

    private static IExcelDataReader Open(Stream stream)
    {
        stream.Position = 0;
        return Guarded(() => ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = TextEncoding.Named("GB18030") }));
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException e)
        {
            throw new SheetException(SheetFaults.Password, e);
        }
        catch (ExcelReaderException e) when (e is HeaderException || e.GetType() == typeof(ExcelReaderException))
        {
            throw new SheetException(SheetFaults.NoWorkbook, e);
        }
        catch (Exception e) when (e is not (SheetException or OutOfMemoryException or OperationCanceledException))
        {
            throw new SheetException(SheetFaults.Broken, e);
        }
    }
}
