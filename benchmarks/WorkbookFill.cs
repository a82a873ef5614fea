using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;

namespace Qingdan.Bench;

/// <summary>A workbook of one resource a row with twenty columns as Excel writes it, its texts shared, of our own words; and the bare reading of it.</summary>
internal static class WorkbookFill
{
    /// <summary>Its columns, as units name them.</summary>
    public static IReadOnlyList<string> Headers { get; } =
    [
        "目录名称", "提供单位", "内设机构", "摘要", "领域", "行业", "来源系统", "职责", "数据格式", "更新频率", "共享属性", "共享条件", "共享方式", "开放属性", "开放条件", "数据分级", "发布日期", "更新日期", "数据量", "标签",
    ];

    private static readonly string[] Things = ["企业", "车辆", "房屋", "人员", "许可", "处罚", "养老", "医疗", "学校", "道路", "水质", "气象"];
    private static readonly string[] Kinds = ["登记信息", "基本信息", "年度统计", "变更记录", "检查结果", "名录", "明细", "公示信息"];
    private static readonly string[] Frequencies = ["每日", "每月", "每年", "实时"];

    /// <summary>Writes it.</summary>
    public static void Write(string path, int rows)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
        Part(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"目录\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        var texts = new Dictionary<string, int>();
        using (var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024))
        {
            sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            for (var row = 0; row <= rows; row++)
            {
                sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">"));
                var cells = row == 0 ? Headers : Row(row);
                for (var column = 0; column < cells.Count; column++)
                    sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"s\"><v>{Place(texts, cells[column])}</v></c>"));
                sheet.Write("</row>");
            }
            sheet.Write("</sheetData></worksheet>");
        }
        using var shared = new StreamWriter(zip.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024);
        shared.Write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        foreach (var text in texts.Keys) shared.Write($"<si><t>{SecurityElement.Escape(text)}</t></si>");
        shared.Write("</sst>");
    }

    /// <summary>One bare pass over its XML: each row's texts.</summary>
    public static IEnumerable<string[]> Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var texts = new List<string>();
        using (var reader = XmlReader.Create(zip.GetEntry("xl/sharedStrings.xml")!.Open()))
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Text) texts.Add(reader.Value);
        using var sheet = XmlReader.Create(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var (row, column) = (new string[Headers.Count], 0);
        while (sheet.Read())
            if (sheet.NodeType == XmlNodeType.Text) row[column++] = texts[int.Parse(sheet.Value, CultureInfo.InvariantCulture)];
            else if (sheet.NodeType == XmlNodeType.EndElement && sheet.LocalName == "row")
            {
                yield return row;
                (row, column) = (new string[Headers.Count], 0);
            }
    }

    private static IReadOnlyList<string> Row(int i)
    {
        var name = $"{Things[i % 12]}{Kinds[i % 8]}{i}";
        return
        [
            name, $"示例市第{i % 60 + 1}局", $"第{i % 7 + 1}处", $"{name}的登记、变更和注销情况，由{Things[i % 12]}主管单位在办理业务时产生。", Things[i % 12], "公共管理", $"{Things[i % 12]}管理系统", $"{Things[i % 12]}监督管理", "库表", Frequencies[i % 4],
            "有条件共享", "限本市各单位履行职责使用", "服务接口", "有条件开放", "签订使用协议", "一般数据", "2026-01-05", "2026-10-31", $"{i * 7L % 900_000 + 1}", $"{Things[i % 12]}，{Kinds[i % 8]}",
        ];
    }

    private static int Place(Dictionary<string, int> texts, string text)
    {
        if (!texts.TryGetValue(text, out var place)) texts[text] = place = texts.Count;
        return place;
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        part.Write(xml);
    }
}
