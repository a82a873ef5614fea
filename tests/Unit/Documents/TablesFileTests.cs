using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Qingdan.Platform.Documents;
using Xunit;

namespace Qingdan.Tests.Unit.Documents;

public sealed class TablesFileTests
{
    [Fact]
    public void A_cover_and_tables_are_a_valid_document_with_a_section_each()
    {
        using var file = Write(Table(16, 40), Table(5, 0), Table(6, 3));
        using var document = WordprocessingDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        // Cover, then a broad table on A3, then two on A4, across.
        Assert.Equal([11906u, 23811, 16838, 16838], body.Descendants<SectionProperties>().Select(s => s.GetFirstChild<PageSize>()!.Width!.Value));
        Assert.All(body.Descendants<SectionProperties>(), s => Assert.NotNull(s.GetFirstChild<FooterReference>()));
        Assert.Equal([41, 1, 4], body.Elements<Table>().Select(t => t.Elements<TableRow>().Count()));
        Assert.All(body.Elements<Table>(), t => Assert.Single(t.Descendants<TableHeader>()));
        Assert.Contains("封面的话", body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Signs_that_a_document_cannot_hold_are_left_out_and_lines_stay_lines()
    {
        using var file = Write(new DocumentTable("表", "", ["意见"], [["第一行\n第二\u0001行"]]));
        using var document = WordprocessingDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator().Validate(document));
        var cell = document.MainDocumentPart!.Document!.Body!.Elements<Table>().Single().Elements<TableRow>().Last();
        Assert.Equal("第一行第二行", cell.InnerText);
        Assert.Single(cell.Descendants<Break>());
    }

    private static DocumentTable Table(int columns, int rows) => new(
        $"{columns} 列的表", rows == 0 ? "" : $"共 {rows} 条", [.. Enumerable.Range(1, columns).Select(i => $"列{i}")],
        [.. Enumerable.Range(1, rows).Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(1, columns).Select(c => $"第 {r} 行第 {c} 列")])]);

    private static MemoryStream Write(params IReadOnlyList<DocumentTable> tables)
    {
        var file = new MemoryStream();
        TablesFile.Write(new TablesDocument("示例市公共数据三清单", [("文号", "示数发〔2026〕30 号"), ("变更说明", "封面的话")], tables), file);
        return file;
    }
}
