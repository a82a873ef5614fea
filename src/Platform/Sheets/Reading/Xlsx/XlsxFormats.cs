using System.Globalization;
using System.IO.Compression;
using System.Xml;
using ExcelNumberFormat;

namespace Qingdan.Platform.Sheets.Reading.Xlsx;

/// <summary>How a number is shown.</summary>
/// <param name="Id">The number of the format.</param>
/// <param name="Text">The format itself; null for those every program knows.</param>
/// <param name="Date">True for a day or an hour.</param>
internal readonly record struct XlsxFormat(int Id, string? Text, bool Date);

/// <summary>The number formats of a workbook, by the style of a cell.</summary>
internal sealed class XlsxFormats
{
    private readonly List<XlsxFormat> _byStyle = [];

    /// <summary>The format of a style; the general one where there is none.</summary>
    public XlsxFormat this[int style] => style >= 0 && style < _byStyle.Count ? _byStyle[style] : default;

    /// <summary>Those of a workbook; none where it has no part for them.</summary>
    public static XlsxFormats Of(ZipArchiveEntry? part)
    {
        var formats = new XlsxFormats();
        if (part is null) return formats;
        var own = new Dictionary<int, string>();
        using var reader = PackageXml.Open(part);
        var inCells = false;
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs") inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "numFmt" && Number(reader) is { } id && reader.GetAttribute("formatCode") is { } code) own[id] = code;
            if (reader.LocalName == "xf" && inCells) formats._byStyle.Add(Format(Number(reader) ?? 0, own));
        }
        return formats;
    }

    // 14-22 and 45-47 are the days and hours that stand in no file. ISO/IEC 29500-1 §18.8.30.
    private static XlsxFormat Format(int id, Dictionary<int, string> own) =>
        own.TryGetValue(id, out var text) ? new(id, text, new NumberFormat(text) is { IsValid: true } format && (format.IsDateTimeFormat || format.IsTimeSpanFormat)) : new(id, null, id is (>= 14 and <= 22) or (>= 45 and <= 47));

    private static int? Number(XmlReader reader) => int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
