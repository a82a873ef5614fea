using System.IO.Compression;
using System.Text;
using Qingdan.Platform.Sheets.Reading;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

public sealed class BadFileTests
{
    [Fact]
    public void An_empty_file_says_so() => Assert.Equal("sheet.empty", Files.Fault(Files.Bytes()).Code);

    [Fact]
    public void A_file_of_blanks_is_empty_too() => Assert.Equal("sheet.empty", Files.Fault(Files.Text(" \r\n \n")).Code);

    [Theory]
    [InlineData("目录.xlsx")]
    [InlineData("目录.json")]
    public void A_text_named_otherwise_is_read_as_the_text_it_is(string name)
    {
        var inspection = Files.Inspect(Files.Text("名称,单位\n甲,乙\n"), name);
        Assert.Equal(SheetFormat.Csv, inspection.Choice.Format);
        Assert.Equal("sheet.named-otherwise", Assert.Single(inspection.Notes).Code);
    }

    [Fact]
    public void A_workbook_cut_off_anywhere_is_refused_or_read_never_thrown_over()
    {
        var whole = ((MemoryStream)Files.Workbook(Files.Row(1, "名称", "单位") + Files.Row(2, "甲", "乙"))).ToArray();
        for (var length = 1; length < whole.Length; length += 7)
            Assert.False(SheetFile.Inspect(Files.Bytes(whole[..length]), "").Ok);
    }

    [Fact]
    public void A_damaged_workbook_is_refused_or_read_never_thrown_over()
    {
        var whole = ((MemoryStream)Files.Workbook(Files.Row(1, "名称", "单位") + Files.Row(2, "甲", "乙"))).ToArray();
        for (var place = 0; place < whole.Length; place += 3)
        {
            var damaged = (byte[])whole.Clone();
            damaged[place] ^= 0x10;
            _ = SheetFile.Inspect(Files.Bytes(damaged), "");
        }
    }

    [Fact]
    public void An_encoding_that_is_known_but_cannot_be_read_is_refused()
    {
        // Romanian in ISO 8859-16, which .NET lacks.
        const string Text = "nume,institu\u00feie,descriere\nregistrul \u00bacolilor \u00bai gr\u00e3dini\u00feelor din ora\u00ba,ministerul educa\u00feiei,toate fiin\u00feele umane se nasc libere \u00bai egale \u00een demnitate \u00bai \u00een drepturi\n"
            + "lista str\u00e3zilor,prim\u00e3ria municipiului,ele sunt \u00eenzestrate cu ra\u00feiune \u00bai con\u00batiin\u00fe\u00e3 \u00bai trebuie s\u00e3 se comporte unele fa\u00fe\u00e3 de altele \u00een spiritul fraternit\u00e3\u00feii\n";
        Assert.Equal("sheet.unknown-encoding", Files.Fault(Files.Text(Text, "latin1")).Code);
    }

    [Fact]
    public void An_archive_that_is_no_workbook_says_so()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("word/document.xml");
        Assert.Equal("sheet.no-workbook", Files.Fault(stream).Code);
    }

    [Fact]
    public void A_workbook_that_would_unpack_without_measure_is_refused()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("xl/workbook.xml");
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            for (var i = 0; i < 40; i++) sheet.Write(new byte[1 << 20]);
        }
        Assert.Equal("sheet.unpacked-too-large", Files.Fault(stream).Code);
    }

    [Fact]
    public void A_workbook_with_a_password_says_so() => Assert.Equal("sheet.password", Files.Fault(OldWorkbook.Protected()).Code);

    [Fact]
    public void Another_old_office_document_is_no_workbook() => Assert.Equal("sheet.no-workbook", Files.Fault(OldWorkbook.Document()).Code);

    [Theory]
    [InlineData("<html><body><table><tr><td>名称</td></tr></table></body></html>")]
    [InlineData("<?xml version=\"1.0\"?><Workbook></Workbook>")]
    public void A_web_page_named_like_a_table_says_so(string text) => Assert.Equal("sheet.web-page", Files.Fault(Files.Text(text), "导出.xls").Code);

    [Fact]
    public void A_table_without_a_header_says_so() =>
        Assert.Equal("sheet.no-header", Files.Fault(Files.Text("1,2026-01-05,100\n2,2026-01-06,200\n3,2026-01-07,300\n")).Code);

    [Fact]
    public void A_header_alone_says_so() => Assert.Equal("sheet.no-rows", Files.Fault(Files.Text("名称,单位\n")).Code);

    [Fact]
    public void Three_hundred_columns_are_refused()
    {
        var fault = Files.Fault(Files.Text(string.Join(',', Enumerable.Range(0, 300).Select(i => $"列{i}")) + "\n" + string.Join(',', Enumerable.Range(0, 300).Select(i => $"值{i}"))));
        Assert.Equal(("sheet.too-many-columns", 300), (fault.Code, (int)fault.Args[0]));
    }

    [Fact]
    public void A_text_cut_in_the_middle_of_a_character_is_incomplete() =>
        Assert.Equal("sheet.truncated", Files.Fault(Files.Bytes(Encoding.UTF8.GetBytes("名称,单位\n甲,乙丙")[..^1])).Code);

    [Fact]
    public void Bytes_of_no_encoding_are_refused() =>
        Assert.Equal("sheet.unknown-encoding", Files.Fault(Files.Bytes([.. Enumerable.Range(0, 4000).Select(i => (byte)(128 + i * 7919 % 128))])).Code);

    [Fact]
    public void A_picture_is_refused() =>
        Assert.Contains(Files.Fault(Files.Bytes([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 400).Select(i => (byte)(i * 31))])).Code, (string[])["sheet.unknown-format", "sheet.unknown-encoding"]);

    [Theory]
    [InlineData("99999999")]
    [InlineData("1048577")]
    [InlineData("-3")]
    [InlineData("99999999999999999999")]
    public void A_row_beyond_the_sheet_is_refused_or_read_without_counting_up_to_it(string number)
    {
        var read = SheetFile.Inspect(Files.Workbook(Files.Row(1, "名称", "单位") + Files.Row(2, "甲", "乙") + $"<row r=\"{number}\"><c r=\"A{number}\" t=\"inlineStr\"><is><t>丙</t></is></c></row>"), "");
        Assert.True(read.Ok ? read.Value.Sample.Count <= 2 : read.Faults[0].Code == "sheet.broken", string.Join(' ', read.Faults.Select(f => f.Code)));
    }

    [Fact]
    public void A_cell_of_twenty_megabytes_is_cut_and_marked()
    {
        var row = Assert.Single(Files.Rows(Files.Workbook(Files.Row(1, "名称", "单位") + Files.Row(2, "甲", new string('长', 7_000_000)))));
        Assert.Equal(SheetLimits.CellLength, row.Cells[1]!.Length);
        Assert.Contains(row.Marks, m => m is { Kind: CellMarkKind.TooLong, Column: 1 });
    }

    [Fact]
    public void A_million_commas_are_too_many_columns() => Assert.Contains(Files.Fault(Files.Text("名称,单位\n甲,乙\n" + new string(',', 1_000_000) + "\n" + string.Join(',', Enumerable.Repeat("x", 100_000)) + "\n")).Code, (string[])["sheet.too-many-columns", "sheet.no-header"]);

    [Fact]
    public void A_shared_text_that_is_not_there_is_a_damaged_workbook_and_not_its_number()
    {
        Assert.Equal("sheet.broken", Files.Fault(Files.Workbook(Files.Row(1, "名称", "单位") + Files.Row(2, "甲", "<c t=\"s\"><v>4711</v></c>"))).Code);
        var late = Files.Workbook(Files.Row(1, "名称", "单位") + string.Concat(Enumerable.Range(2, 600).Select(i => Files.Row(i, "甲", "乙"))) + Files.Row(700, "甲", "<c t=\"s\"><v>4711</v></c>"));
        var choice = Files.Inspect(late).Choice;
        Assert.Equal("sheet.broken", Assert.Throws<SheetException>(() => SheetFile.Read(late, choice).ToList()).Fault.Code);
    }

    [Fact]
    public void A_damaged_file_of_wps_says_how_to_save_it_anew() => Assert.Equal("sheet.et", Files.Fault(Files.Workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>"), "报送.et").Code);

    [Fact]
    public void Entities_of_a_workbook_are_not_followed() => Assert.Equal("sheet.broken", Files.Fault(Files.Workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>")).Code);
}
