using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Qingdan.Platform.Sheets.Reading.Xlsx;

/// <summary>The texts that cells point at, each kept once.</summary>
internal sealed partial class XlsxTexts
{
    private readonly List<string> _texts = [];

    /// <summary>The text of a number. One that is not there makes the workbook a damaged one: a wrong text in place of a lost one is worse than a refusal.</summary>
    public string this[long place] => place >= 0 && place < _texts.Count ? _texts[(int)place] : throw new SheetException(SheetFaults.Broken);

    /// <summary>All of a workbook; none where it has no part for them.</summary>
    public static XlsxTexts Of(ZipArchiveEntry? part)
    {
        var texts = new XlsxTexts();
        if (part is null) return texts;
        using var reader = PackageXml.Open(part);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" }) texts._texts.Add(Rich(reader));
        return texts;
    }

    /// <summary>The text of the element that the reader stands on, its runs joined, without the aid to reading (rPh) that Chinese and Japanese workbooks hold.</summary>
    public static string Rich(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var (depth, text, more) = (reader.Depth, "", (StringBuilder?)null);
        while (PackageXml.Within(reader, depth))
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh" && !reader.IsEmptyElement)
                Skip(reader);
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                if (text.Length == 0) text = reader.Value;
                else (more ??= new StringBuilder(text)).Append(reader.Value);
        return Plain(more?.ToString() ?? text);
    }

    /// <summary>A text whose characters that XML cannot hold are written _x000D_ (ISO/IEC 29500-1 §22.4.2.4).</summary>
    public static string Plain(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(text, m => ((char)ushort.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) : text;

    private static void Skip(XmlReader reader)
    {
        var depth = reader.Depth;
        while (PackageXml.Within(reader, depth)) { }
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
