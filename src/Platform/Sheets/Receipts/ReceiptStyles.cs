using System.Globalization;
using System.Xml.Linq;
using static Qingdan.Platform.Sheets.Receipts.ReceiptParts;

namespace Qingdan.Platform.Sheets.Receipts;

/// <summary>The styles of a workbook, each with a red twin where it is needed.</summary>
internal sealed class ReceiptStyles
{
    private const string Red = "FFFFC7CE";
    private readonly XElement _formats;
    private readonly int _red;
    private readonly Dictionary<int, int> _reds = [], _plains = [];

    public ReceiptStyles(XDocument document)
    {
        Document = document;
        var root = document.Root!;
        var fills = root.Element(Main + "fills") ?? NewFills(root);
        _red = Place(fills, "fill", new XElement(Main + "fill", new XElement(Main + "patternFill", new XAttribute("patternType", "solid"), new XElement(Main + "fgColor", new XAttribute("rgb", Red)))), IsRed);
        _formats = root.Element(Main + "cellXfs")!;
        Reason = Add(new XElement(Main + "xf", new XAttribute("numFmtId", 49), new XAttribute("fontId", 0), new XAttribute("fillId", 0), new XAttribute("borderId", 0), new XAttribute("xfId", 0),
            new XAttribute("applyAlignment", 1), new XElement(Main + "alignment", new XAttribute("wrapText", 1), new XAttribute("vertical", "top"))));
    }

    public XDocument Document { get; }

    /// <summary>The style of the reasons.</summary>
    public int Reason { get; }

    /// <summary>The red twin of a style.</summary>
    public int RedOf(int style) => Twin(_reds, style, _red);

    /// <summary>The style without our red, for a cell that was mended since the last receipt; itself when it is not red.</summary>
    public int PlainOf(int style) => Format(style) is { } format && (int?)format.Attribute("fillId") == _red ? Twin(_plains, style, 0) : style;

    // Programs other than Excel leave out what they do not use. The first two fills are Excel's own; the place among the styles is fixed. ECMA-376-1 §18.8.39.
    private static XElement NewFills(XElement root)
    {
        var fills = new XElement(Main + "fills", new XAttribute("count", 2), Pattern("none"), Pattern("gray125"));
        if (root.Elements().LastOrDefault(e => e.Name.LocalName is "numFmts" or "fonts") is { } before) before.AddAfterSelf(fills);
        else root.AddFirst(fills);
        return fills;

        static XElement Pattern(string type) => new(Main + "fill", new XElement(Main + "patternFill", new XAttribute("patternType", type)));
    }

    private int Twin(Dictionary<int, int> twins, int style, int fill)
    {
        if (twins.TryGetValue(style, out var known)) return known;
        var twin = Format(style) is { } format ? new XElement(format) : new XElement(Main + "xf", new XAttribute("numFmtId", 0), new XAttribute("fontId", 0), new XAttribute("borderId", 0), new XAttribute("xfId", 0));
        twin.SetAttributeValue("fillId", fill);
        twin.SetAttributeValue("applyFill", 1);
        return twins[style] = Add(twin);
    }

    private XElement? Format(int style) => _formats.Elements(Main + "xf").ElementAtOrDefault(style);

    private int Add(XElement format)
    {
        _formats.Add(format);
        var count = _formats.Elements(Main + "xf").Count();
        _formats.SetAttributeValue("count", count);
        return count - 1;
    }

    // A receipt that was mended and sent again has our red already.
    private static int Place(XElement list, string name, XElement wanted, Func<XElement, bool> same)
    {
        var all = list.Elements(Main + name).ToList();
        if (all.FindIndex(e => same(e)) is var found and >= 0) return found;
        list.Add(wanted);
        list.SetAttributeValue("count", (all.Count + 1).ToString(CultureInfo.InvariantCulture));
        return all.Count;
    }

    private static bool IsRed(XElement fill) => (string?)fill.Element(Main + "patternFill")?.Element(Main + "fgColor")?.Attribute("rgb") == Red && (string?)fill.Element(Main + "patternFill")!.Attribute("patternType") == "solid";
}
