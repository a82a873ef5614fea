using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>
/// Writes the XML of one sheet. Cells are written as text, because a city's table has millions of them and the SDK's writer takes five times as long; everything else
/// comes from the SDK's elements. Texts are typed as text, so that nothing that begins with = + - @ ever becomes a formula.
/// </summary>
internal sealed partial class SheetXml(TextWriter xml)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\r");
    private static readonly string[] Styles = [.. Enumerable.Range(0, 64).Select(i => i.ToString(CultureInfo.InvariantCulture))];
    private string _row = "";

    /// <summary>Opens the sheet.</summary>
    public void Begin() => xml.Write($"<?xml version=\"1.0\" encoding=\"utf-8\"?><x:worksheet xmlns:x=\"{Main}\">");

    /// <summary>Closes the sheet.</summary>
    public void End() => xml.Write("</x:worksheet>");

    /// <summary>An element of the SDK.</summary>
    public void Element(OpenXmlElement element) => xml.Write(element.OuterXml);

    /// <summary>Opens the rows.</summary>
    public void BeginRows() => xml.Write("<x:sheetData>");

    /// <summary>Closes the rows.</summary>
    public void EndRows() => xml.Write("</x:sheetData>");

    /// <summary>Opens a row, with a height in points where one is given.</summary>
    public void BeginRow(int number, double? height)
    {
        _row = number.ToString(CultureInfo.InvariantCulture);
        xml.Write("<x:row r=\"");
        xml.Write(_row);
        if (height is { } points) xml.Write(string.Create(CultureInfo.InvariantCulture, $"\" ht=\"{points}\" customHeight=\"1"));
        xml.Write("\">");
    }

    /// <summary>Closes a row.</summary>
    public void EndRow() => xml.Write("</x:row>");

    /// <summary>A value as what it is: dates and numbers as numbers, everything else as text.</summary>
    public void Cell(string letters, object? value, CellType type)
    {
        var (bare, fill) = value is FilledCell cell ? (cell.Value, cell.Fill) : (value, CellFill.None);
        if (CellValue.Serial(bare) is { } serial)
            Value(letters, null, bare is DateOnly ? WorkbookStyles.Cell(CellType.Date, fill) : WorkbookStyles.Instant(fill), serial.ToString("R", CultureInfo.InvariantCulture));
        else if (bare is bool flag) Value(letters, "b", WorkbookStyles.Cell(type, fill), flag ? "1" : "0");
        else if (CellValue.Number(bare) is { } number) Value(letters, null, WorkbookStyles.Cell(type, fill), number.ToString(CultureInfo.InvariantCulture));
        else Text(letters, bare as string ?? CellValue.Text(bare), WorkbookStyles.Cell(type, fill));
    }

    /// <summary>A text; an empty one is a cell with its style only.</summary>
    public void Text(string letters, string text, uint style)
    {
        Open(letters, style);
        if (text.Length == 0)
        {
            xml.Write("\"/>");
            return;
        }
        xml.Write("\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">");
        Escape(CellValue.Text(text));
        xml.Write("</x:t></x:is></x:c>");
    }

    /// <summary>A formula with what it gives now, for readers that do not count.</summary>
    public void Formula(string letters, string formula, int value, uint style)
    {
        Open(letters, style);
        xml.Write("\"><x:f>");
        Escape(formula);
        xml.Write(string.Create(CultureInfo.InvariantCulture, $"</x:f><x:v>{value}</x:v></x:c>"));
    }

    private void Value(string letters, string? type, uint style, string value)
    {
        Open(letters, style);
        if (type is not null)
        {
            xml.Write("\" t=\"");
            xml.Write(type);
        }
        xml.Write("\"><x:v>");
        xml.Write(value);
        xml.Write("</x:v></x:c>");
    }

    private void Open(string letters, uint style)
    {
        xml.Write("<x:c r=\"");
        xml.Write(letters);
        xml.Write(_row);
        xml.Write("\" s=\"");
        xml.Write(Styles[style]);
    }

    // A text that holds _x0041_ would be read as a character's escape; its underscore is escaped itself. ECMA-376-1 §22.9.2.19.
    private void Escape(string text)
    {
        if (text.Contains("_x", StringComparison.Ordinal)) text = Escaped().Replace(text, "_x005F_");
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny(Special); next >= 0; next = rest.IndexOfAny(Special))
        {
            xml.Write(rest[..next]);
            xml.Write(rest[next] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "&#13;" });
            rest = rest[(next + 1)..];
        }
        xml.Write(rest);
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();
}
