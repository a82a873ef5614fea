using System.IO.Compression;
using System.Text;
using Qingdan.Platform.Sheets.Reading;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

/// <summary>OpenDocument spreadsheets.</summary>
public sealed class OdsReadingTests
{
    private const string Names = """xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" """;
    private const string Header = "<table:table-row>" + "<table:table-cell><text:p>名称</text:p></table:table-cell><table:table-cell><text:p>单位</text:p></table:table-cell><table:table-cell><text:p>日期</text:p></table:table-cell>" + "</table:table-row>";

    [Fact]
    public void Texts_numbers_and_days_are_read_as_they_are_meant()
    {
        var rows = Files.Rows(Ods(Header + """
            <table:table-row><table:table-cell><text:p>甲<text:s text:c="2"/>乙</text:p><text:p>第二行</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="12.50"><text:p>12.5</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-03-01"><text:p>三月一日</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell><text:p>丙</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="7"><text:p>007</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="3.10101199001011E17"><text:p>3.1E17</text:p></table:table-cell></table:table-row>
            """));
        Assert.Equal(["甲  乙\n第二行", "12.5", "2026-03-01"], rows[0].Cells);
        Assert.Equal("007", rows[1].Cells[1]);
        Assert.Contains(rows[1].Marks, m => m.Kind == CellMarkKind.DigitsLost && m.Column == 2);
    }

    [Fact]
    public void Merged_cells_count_for_all_their_rows_and_a_million_empty_rows_for_none()
    {
        var rows = Files.Rows(Ods(Header + """
            <table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1"><text:p>市民政局</text:p></table:table-cell></table:table-row>
            <table:table-row table:visibility="filter"><table:table-cell><text:p>乙</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
            <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            <table:table-row><table:table-cell><text:p>丙</text:p></table:table-cell></table:table-row>
            """));
        Assert.Equal(["市民政局", "市民政局", null], rows.Select(r => r.Cells[1]));
        Assert.Equal(1_048_004, rows[2].Number);
        Assert.Contains(rows[1].Marks, m => m.Kind == CellMarkKind.HiddenRow);
    }

    [Fact]
    public void A_remark_on_a_cell_is_none_of_its_text() => Assert.Equal("甲", Files.Rows(Ods(Header +
        "<table:table-row><table:table-cell><office:annotation><text:p>请核对</text:p></office:annotation><text:p>甲</text:p></table:table-cell></table:table-row>"))[0].Cells[0]);

    [Fact]
    public void One_with_a_password_says_so() => Assert.Equal("sheet.password", Files.Fault(Ods(Header, manifest: "<manifest:encryption-data/>")).Code);

    [Fact]
    public void Broken_markup_says_so() => Assert.Equal("sheet.broken", Files.Fault(Ods("<table:table-row><table:table-cell>")).Code);

    [Fact]
    public void Entities_are_not_followed() => Assert.Equal("sheet.broken", Files.Fault(Ods("<table:table-row><table:table-cell><text:p>&x;</text:p></table:table-cell></table:table-row>", before: "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")).Code);

    private static MemoryStream Ods(string rows, string manifest = "", string before = "")
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            Put(zip, "META-INF/manifest.xml", $"<manifest>{manifest}</manifest>");
            Put(zip, "content.xml", $"{before}<office:document-content {Names}><office:body><office:spreadsheet><table:table table:name=\"表一\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>");
        }
        stream.Position = 0;
        return stream;
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }
}
