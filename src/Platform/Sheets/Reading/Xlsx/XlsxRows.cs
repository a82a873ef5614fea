using System.Globalization;
using System.Xml;

namespace Qingdan.Platform.Sheets.Reading.Xlsx;

/// <summary>Streams the rows of one sheet (ISO/IEC 29500-1 §18.3.1): those that stand in the file, with the numbers people see.</summary>
internal sealed class XlsxRows(XmlReader reader, XlsxPackage package)
{
    private const int MostRows = 1_048_576, MostColumns = 16_384;

    private readonly XlsxCell _cell = new(reader, package);
    private readonly List<string> _around = [];
    private string?[] _cells = new string?[64];
    private int _number;

    /// <summary>What is printed above and below the sheet; complete when all rows were read.</summary>
    public IReadOnlyList<string> Around => _around;

    /// <summary>All rows in their order.</summary>
    public IEnumerable<RawRow> All()
    {
        while (reader.Read())
            if (reader.NodeType != XmlNodeType.Element) continue;
            else if (reader.LocalName == "row") yield return Row();
            else if (reader.LocalName is "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader" or "firstFooter") _around.Add(XlsxTexts.Rich(reader));
    }

    private RawRow Row()
    {
        var hidden = Numbered();
        var (depth, width) = (reader.Depth, 0);
        List<CellMark>? marks = null;
        if (!reader.IsEmptyElement)
            for (var next = 0; PackageXml.Within(reader, depth);)
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c") continue;
                var text = _cell.Read(next, out var column, out var mark);
                if (column < 0 || column >= MostColumns) throw new SheetException(SheetFaults.Broken);
                next = column + 1;
                if (text is null) continue;
                Keep(column, ref width, text);
                if (mark is { } kind) (marks ??= []).Add(new(column, kind));
            }
        if (hidden && width > 0) (marks ??= []).Add(new(-1, CellMarkKind.HiddenRow));
        return new RawRow(_number, _cells[..width], marks);
    }

    private void Keep(int column, ref int width, string text)
    {
        if (column >= _cells.Length) Array.Resize(ref _cells, Math.Max(column + 1, 2 * _cells.Length));
        if (column >= width)
        {
            Array.Clear(_cells, width, column - width);
            width = column + 1;
        }
        _cells[column] = text;
    }

    // A row without a number follows the one before. A row without height is hidden: filtered away, or folded in.
    private bool Numbered()
    {
        var (number, hidden) = ((long)_number + 1, false);
        while (reader.MoveToNextAttribute())
            if (reader.LocalName == "r") number = long.TryParse(reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : -1;
            else if (reader.LocalName == "hidden") hidden |= reader.Value is "1" or "true";
            else if (reader.LocalName == "ht") hidden |= double.TryParse(reader.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var height) && height == 0;
        reader.MoveToElement();
        if (number <= _number || number > MostRows) throw new SheetException(SheetFaults.Broken);
        _number = (int)number;
        return hidden;
    }
}
