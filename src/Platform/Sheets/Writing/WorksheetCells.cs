using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>Writes single cells. Texts are typed as text, so that nothing that begins with = + - @ ever becomes a formula.</summary>
internal sealed class WorksheetCells(OpenXmlWriter writer)
{
    private static readonly Cell Cell = new();
    private static readonly InlineString Inline = new();
    private static readonly Text Text = new();
    private static readonly DocumentFormat.OpenXml.Spreadsheet.CellValue Value = new();
    private static readonly OpenXmlAttribute[] Preserve = [new("xml:space", "http://www.w3.org/XML/1998/namespace", "preserve")];

    public void Write(string letters, int row, object? value, CellType type)
    {
        var (bare, fill) = value is FilledCell cell ? (cell.Value, cell.Fill) : (value, CellFill.None);
        if (CellValue.Serial(bare) is { } serial)
            Write(letters, row, null, bare is DateOnly ? WorkbookStyles.Cell(CellType.Date, fill) : WorkbookStyles.Instant(fill), serial.ToString("R", CultureInfo.InvariantCulture));
        else if (bare is bool flag) Write(letters, row, "b", WorkbookStyles.Cell(type, fill), flag ? "1" : "0");
        else if (CellValue.Number(bare) is { } number) Write(letters, row, null, WorkbookStyles.Cell(type, fill), number.ToString(CultureInfo.InvariantCulture));
        else WriteText(letters, row, CellValue.Text(bare), WorkbookStyles.Cell(type, fill));
    }

    public void WriteText(string letters, int row, string text, uint style)
    {
        if (text.Length == 0)
        {
            Start(letters, row, null, style);
            writer.WriteEndElement();
            return;
        }
        Start(letters, row, "inlineStr", style);
        writer.WriteStartElement(Inline);
        writer.WriteStartElement(Text, Preserve);
        writer.WriteString(Escape(CellValue.Text(text)));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>A formula with what it gives now, for readers that do not count.</summary>
    public void WriteFormula(string letters, int row, string formula, int value, uint style)
    {
        Start(letters, row, null, style);
        writer.WriteElement(new CellFormula(formula));
        writer.WriteStartElement(Value);
        writer.WriteString(value.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void Write(string letters, int row, string? type, uint style, string value)
    {
        Start(letters, row, type, style);
        writer.WriteStartElement(Value);
        writer.WriteString(value);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void Start(string letters, int row, string? type, uint style)
    {
        var attributes = new List<OpenXmlAttribute>(3)
        {
            new("r", "", string.Create(CultureInfo.InvariantCulture, $"{letters}{row}")),
            new("s", "", style.ToString(CultureInfo.InvariantCulture)),
        };
        if (type is not null) attributes.Add(new("t", "", type));
        writer.WriteStartElement(Cell, attributes);
    }

    // A text that holds _x0041_ would be read as a character's escape; its underscore is escaped itself. ECMA-376-1 §22.9.2.19.
    private static string Escape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? System.Text.RegularExpressions.Regex.Replace(text, "_(?=x[0-9A-Fa-f]{4}_)", "_x005F_") : text;
}
