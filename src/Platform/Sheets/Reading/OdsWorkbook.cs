using System.Globalization;
using System.Text;
using System.Xml;
using Qingdan.Platform.Files;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Reads OpenDocument spreadsheets (.ods, ISO/IEC 26300) row by row: the library for workbooks does not know them.</summary>
internal static class OdsWorkbook
{
    // A row may say that it comes a million times, a cell that it does sixteen thousand times: what is empty is skipped.
    private const int MostRepeated = 1024;
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", TextNames = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    /// <summary>All sheets with their first rows.</summary>
    public static List<SheetStart> Look(Stream stream)
    {
        var sheets = new List<SheetStart>();
        foreach (var sheet in Sheets(stream, null))
        {
            var first = new List<RawRow>();
            var (count, merges) = (0L, new List<Merge>());
            foreach (var (row, merged) in sheet.Rows)
            {
                count = row.Number;
                merges.AddRange(merged);
                if (first.Count < SheetLimits.Sample + 2 * SheetLimits.HeaderSearch) first.Add(row);
            }
            sheets.Add(new(new SheetSummary(sheet.Name, count), first, merges));
        }
        return sheets;
    }

    /// <summary>All rows of one sheet.</summary>
    public static IEnumerable<RawRow> Rows(Stream stream, string sheet)
    {
        foreach (var found in Sheets(stream, sheet))
            foreach (var (row, _) in found.Rows) yield return row;
    }

    /// <summary>The texts of all sheets.</summary>
    public static IEnumerable<PlacedText> Texts(Stream stream)
    {
        foreach (var sheet in Sheets(stream, null))
        {
            yield return new(sheet.Name, 0, sheet.Name);
            foreach (var (row, _) in sheet.Rows)
                foreach (var text in PlacedText.Of(sheet.Name, row)) yield return text;
        }
    }

    private static IEnumerable<(string Name, IEnumerable<(RawRow Row, List<Merge> Merges)> Rows)> Sheets(Stream stream, string? wanted)
    {
        stream.Position = 0;
        using var zip = PackedFile.Open(stream);
        using var reader = PackageXml.Open(zip.GetEntry("content.xml") ?? throw new SheetException(SheetFaults.Broken));
        while (reader.Read())
            if (Is(reader, Table, "table") && reader.GetAttribute("name", Table) is { } name && (wanted is null || name == wanted)) yield return (name, TableRows(reader));
    }

    private static IEnumerable<(RawRow Row, List<Merge> Merges)> TableRows(XmlReader reader)
    {
        if (reader.IsEmptyElement) yield break;
        var (depth, number) = (reader.Depth, 0);
        var down = new Dictionary<int, (string? Text, int Left)>();
        while (PackageXml.Within(reader, depth))
        {
            if (!Is(reader, Table, "table-row")) continue;
            var repeated = Number(reader, "number-rows-repeated");
            var hidden = reader.GetAttribute("visibility", Table) is "collapse" or "filter";
            var (row, merges) = Row(reader, number + 1, hidden, down);
            for (var i = 0; row.Cells.Length > 0 && i < Math.Min(repeated, MostRepeated); i++) yield return (row with { Number = number + 1 + i }, i == 0 ? merges : []);
            number += repeated;
        }
    }

    private static (RawRow Row, List<Merge> Merges) Row(XmlReader reader, int number, bool hidden, Dictionary<int, (string? Text, int Left)> down)
    {
        var (cells, marks, merges, column) = (new List<string?>(), new List<CellMark>(), new List<Merge>(), 0);
        var (depth, empty) = (reader.Depth, reader.IsEmptyElement);
        while (!empty && PackageXml.Within(reader, depth))
        {
            if (!Is(reader, Table, "table-cell") && !Is(reader, Table, "covered-table-cell")) continue;
            var (repeated, across, rows) = (Number(reader, "number-columns-repeated"), Number(reader, "number-columns-spanned"), Number(reader, "number-rows-spanned"));
            var text = Cell(reader, out var mark);
            if (across > 1 || rows > 1) merges.Add(new(number, column, number + rows - 1, column + across - 1));
            if (rows > 1) down[column] = (text, rows);
            if (down.TryGetValue(column, out var above)) text ??= above.Text;
            for (var i = 0; text is not null && i < Math.Min(repeated, MostRepeated); i++)
            {
                while (cells.Count < column + i) cells.Add(null);
                cells.Add(text);
                if (mark is { } kind) marks.Add(new(column + i, kind));
            }
            column += repeated;
        }
        foreach (var (at, above) in down.ToList())
            if (above.Left <= 1) down.Remove(at);
            else down[at] = above with { Left = above.Left - 1 };
        if (hidden && cells.Count > 0) marks.Add(new(-1, CellMarkKind.HiddenRow));
        return (new RawRow(number, [.. cells], marks.Count == 0 ? null : marks), merges);
    }

    // Texts stand in paragraphs; numbers and days in an attribute, whatever their format shows. Leading zeros are a format's.
    private static string? Cell(XmlReader reader, out CellMarkKind? mark)
    {
        mark = null;
        var (kind, value, day, flag) = (reader.GetAttribute("value-type", Office), reader.GetAttribute("value", Office), reader.GetAttribute("date-value", Office), reader.GetAttribute("boolean-value", Office));
        var shown = Paragraphs(reader);
        if (kind == "date" && day is not null) return day.EndsWith("T00:00:00", StringComparison.Ordinal) ? day[..10] : day;
        if (kind == "boolean") return flag == "true" ? "TRUE" : "FALSE";
        if (kind is not ("float" or "percentage" or "currency") || value is null || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return shown.Length == 0 ? null : shown;
        if (Math.Abs(number) >= 1e15) mark = CellMarkKind.DigitsLost;
        if (shown.Length > 1 && shown[0] == '0' && shown.All(char.IsAsciiDigit)) return shown;
        return Math.Abs(number) is >= 1e28 or (> 0 and < 1e-12) ? value : ((decimal)number).ToString(CultureInfo.InvariantCulture);
    }

    private static string Paragraphs(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var (text, depth) = (new StringBuilder(), reader.Depth);
        while (PackageXml.Within(reader, depth))
        {
            // A remark on the cell is none of its text.
            if (Is(reader, Office, "annotation")) Skip(reader);
            else if (Is(reader, TextNames, "p") && text.Length > 0) text.Append('\n');
            else if (Is(reader, TextNames, "line-break")) text.Append('\n');
            else if (Is(reader, TextNames, "tab")) text.Append(' ');
            else if (Is(reader, TextNames, "s")) text.Append(' ', int.TryParse(reader.GetAttribute("c", TextNames), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, 100) : 1);
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace) text.Append(reader.Value);
            if (text.Length > 2 * SheetLimits.CellLength) text.Length = 2 * SheetLimits.CellLength;
        }
        return text.ToString();
    }

    private static void Skip(XmlReader reader)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (PackageXml.Within(reader, depth)) { }
    }

    private static int Number(XmlReader reader, string name) => int.TryParse(reader.GetAttribute(name, Table), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;

    private static bool Is(XmlReader reader, string space, string name) => reader.NodeType == XmlNodeType.Element && reader.LocalName == name && reader.NamespaceURI == space;
}
