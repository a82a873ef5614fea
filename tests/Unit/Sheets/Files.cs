using System.IO.Compression;
using System.Text;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

/// <summary>Small files made for a test, and short ways to read them.</summary>
internal static class Files
{
    static Files() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Stream Text(string text, string encoding = "utf-8") => new MemoryStream(Encoding.GetEncoding(encoding).GetBytes(text));

    public static Stream Bytes(params byte[] bytes) => new MemoryStream(bytes);

    /// <summary>A workbook of one sheet from the XML within <c>sheetData</c> and what follows it; styles: 0 plain, 1 Chinese date (31), 2 six zeros, 3 ISO date.</summary>
    public static Stream Workbook(string rows, string after = "", params (string Name, string Rows)[] more) => Workbook(rows, "", after, more);

    /// <summary>The same with what stands before the list of sheets.</summary>
    public static Stream Workbook(string rows, string before, string after, params (string Name, string Rows)[] more)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            List<(string Name, string Rows)> sheets = [("表", rows), .. more];
            Add(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Add(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{before}<sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"{(s.Name.StartsWith('隐') ? " state=\"hidden\"" : "")}/>"))}</sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="rs" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Add(zip, "xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="170" formatCode="000000"/><numFmt numFmtId="171" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="31" applyNumberFormat="1"/><xf numFmtId="170" applyNumberFormat="1"/><xf numFmtId="171" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            for (var i = 0; i < sheets.Count; i++)
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheets[i].Rows}</sheetData>{(i == 0 ? after : "")}</worksheet>""");
        }
        return stream;
    }

    /// <summary>The XML of a row: each cell a text, or its own XML when it begins with &lt;c.</summary>
    public static string Row(int number, params string?[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((c, i) => c is null ? "" : c.StartsWith("<c", StringComparison.Ordinal) ? c.Replace("<c", $"<c r=\"{(char)('A' + i)}{number}\"", StringComparison.Ordinal) : $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{c}</t></is></c>"))}</row>";

    public static SheetInspection Inspect(Stream stream, string name = "") => SheetFile.Inspect(stream, name).Value;

    public static Fault Fault(Stream stream, string name = "") => Assert.Single(SheetFile.Inspect(stream, name).Faults);

    public static string[] Headers(Stream stream) => [.. Inspect(stream).Choice.Columns.Select(c => c.Header)];

    public static List<SheetRow> Rows(Stream stream) => [.. SheetFile.Read(stream, Inspect(stream).Choice)];

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
