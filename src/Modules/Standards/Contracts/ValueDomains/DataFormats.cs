using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>One format as it was understood.</summary>
/// <param name="Type">File or database type, lower case: <c>xlsx</c>; empty when only the class was written.</param>
/// <param name="Class">Its class; null when the type is not known.</param>
/// <param name="Kind">Exact for a known type, unknown otherwise.</param>
public sealed record DataFormat(string Type, FormatClass? Class, ReadingKind Kind);

/// <summary>
/// 数据格式: types and their classes. Where the guide's own list (doc, xls, oracle, jpg, swf …) is silent, the class is our reading:
/// json and csv are counted as 电子文件 and 电子表格, geographic formats as 自描述格式.
/// </summary>
public static partial class DataFormats
{
    private static readonly FrozenDictionary<string, FormatClass> Types = new (FormatClass Class, string Types)[]
    {
        (FormatClass.Document, "ofd wps xml txt doc docx html htm pdf ppt pptx odt rtf md json rdf rss ics jsonl zip rar 7z"),
        (FormatClass.Sheet, "et xls xlsx xlsm xlsb csv tsv ods"),
        (FormatClass.Database, "access dbf dbase sybase oracle sqlserver db2 mysql mariadb postgresql greenplum gaussdb opengauss dm kingbase gbase oscar sqlite mongodb hbase hive impala clickhouse redis mdb"),
        (FormatClass.Image, "jpg jpeg gif bmp png tif tiff svg dwg dxf"),
        (FormatClass.Stream, "swf rm mpg mpeg mp4 mp3 avi wav wmv mov flv"),
        (FormatClass.SelfDescribing, "shp shx sbn sbx prj qpj cpg kml kmz gml geojson gdb grib netcdf geotiff shapefile"),
        (FormatClass.Service, "webservice wms wfs soap"),
    }.SelectMany(c => c.Types.Split(' '), (c, type) => (type, c.Class)).ToFrozenDictionary(p => p.type, p => p.Class);

    private static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string, string>
    {
        ["webservices"] = "webservice", ["sysbase"] = "sybase", ["sql server"] = "sqlserver", ["mssql"] = "sqlserver", ["excel"] = "xlsx", ["word"] = "docx", ["达梦"] = "dm", ["人大金仓"] = "kingbase", ["postgres"] = "postgresql", ["htm"] = "html",
    }.ToFrozenDictionary();

    /// <summary>Understands a cell: <c>xls;csv</c>, <c>['xls', 'csv']</c>, <c>CSV/XLSX</c>, <c>电子表格-xlsx</c>, <c>数据库:mysql</c>. Each format once, in order.</summary>
    public static IReadOnlyList<DataFormat> ReadMany(string? text) => [.. ValueDomain.Split(text).SelectMany(Read).DistinctBy(f => (f.Type, f.Class))];

    private static IEnumerable<DataFormat> Read(string part)
    {
        var folded = TextFold.Of(part);
        if (ValueDomain.Blank(folded)) return [];
        if (Classed().Match(folded) is { Success: true } match && Domains.FormatClasses.Read(match.Groups["class"].Value).Value is { } stated)
            return [OfClass(stated, match.Groups["type"].Value)];
        return folded.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Single);
    }

    private static DataFormat OfClass(FormatClass stated, string written)
    {
        var type = Spellings.GetValueOrDefault(written, written);
        if (type is "其他" or "其它") return new DataFormat("", stated, ReadingKind.Synonym);
        // A type that belongs to another class than the one stated is kept with the stated class; the check of the catalogue reports it.
        return new DataFormat(type, stated, Types.ContainsKey(type) ? ReadingKind.Exact : ReadingKind.Likely);
    }

    private static DataFormat Single(string written)
    {
        var type = Spellings.GetValueOrDefault(written.TrimStart('.'), written.TrimStart('.'));
        if (Types.TryGetValue(type, out var known)) return new DataFormat(type, known, type == written ? ReadingKind.Exact : ReadingKind.Synonym);
        return Domains.FormatClasses.Read(written) is { Value: { } alone } ? new DataFormat("", alone, ReadingKind.Synonym) : new DataFormat(written, null, ReadingKind.Unknown);
    }

    [GeneratedRegex("^(?<class>[^-/:a-z]{2,6})[-/:](?<type>.+)$")]
    private static partial Regex Classed();
}
