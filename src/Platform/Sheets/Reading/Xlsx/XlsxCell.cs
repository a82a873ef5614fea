using System.Globalization;
using System.Xml;

namespace Qingdan.Platform.Sheets.Reading.Xlsx;

/// <summary>Reads one cell after another as the text that people see. Nearly all cells point at a shared text: those make no string of their own.</summary>
internal sealed class XlsxCell(XmlReader reader, XlsxPackage package)
{
    private readonly char[] _buffer = new char[32];

    /// <summary>The cell that the reader stands on; <paramref name="next"/> is its column where it names none. -1 for a reference that is none.</summary>
    public string? Read(int next, out int column, out CellMarkKind? mark)
    {
        var (style, kind) = Attributes(next, out column);
        mark = null;
        if (reader.IsEmptyElement) return null;
        var depth = reader.Depth;
        string? text = null;
        while (PackageXml.Within(reader, depth))
            if (reader.NodeType != XmlNodeType.Element || reader.IsEmptyElement) continue;
            else if (reader.LocalName == "v") text = Value(kind, style, out mark);
            else if (reader.LocalName == "is") text = XlsxTexts.Rich(reader);
            else Pass();
        // A cell of an empty text is an empty cell.
        return text is { Length: > 0 } ? text : null;
    }

    private (int Style, char Kind) Attributes(int next, out int column)
    {
        var (style, kind) = (0, 'n');
        column = next;
        while (reader.MoveToNextAttribute())
        {
            var name = reader.LocalName;
            if (name is not ("r" or "s" or "t")) continue;
            var value = Chunk();
            if (name == "r") column = CellReference.Read(value)?.Column ?? -1;
            else if (name == "s") _ = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out style);
            else kind = value is "s" ? 's' : value is "b" ? 'b' : value is "d" ? 'd' : value is "n" ? 'n' : 't';
        }
        reader.MoveToElement();
        return (style, kind);
    }

    private string? Value(char kind, int style, out CellMarkKind? mark)
    {
        mark = null;
        if (kind == 's') return long.TryParse(Number(), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? package.Texts[place] : throw new SheetException(SheetFaults.Broken);
        // Errors (#N/A) are texts too; what they are worth is judged with all other cells.
        var text = XlsxTexts.Rich(reader);
        return text.Length == 0 ? null : kind switch
        {
            'b' => text is "1" or "true" ? "TRUE" : "FALSE",
            'd' => text.EndsWith("T00:00:00", StringComparison.Ordinal) ? text[..10] : text,
            'n' when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Shown(number, package.Formats[style], out mark),
            _ => text,
        };
    }

    private string Shown(double number, XlsxFormat format, out CellMarkKind? mark)
    {
        mark = null;
        return format.Date && WorkbookCell.Day(package.From1904 ? number + 1462 : number) is { } day ? day : WorkbookCell.Number(number, format.Id, format.Text, out mark);
    }

    // The number of a shared text; the reader ends on the element's end, or before it.
    private ReadOnlySpan<char> Number() => reader.Read() && reader.NodeType == XmlNodeType.Text ? Chunk() : default;

    // Longer values than the buffer are no reference, no number and no kind.
    private ReadOnlySpan<char> Chunk() => _buffer.AsSpan(0, reader.ReadValueChunk(_buffer, 0, _buffer.Length));

    private void Pass()
    {
        var depth = reader.Depth;
        while (PackageXml.Within(reader, depth)) { }
    }
}
