using System.Globalization;
using System.Text;
using CsCheck;
using CsvHelper;
using CsvHelper.Configuration;
using Qingdan.Platform.Sheets.Reading;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

public sealed class DelimitedReadingTests
{
    private const string Table = "名称,提供单位,更新频率\r\n企业登记信息,市场监督管理局,每日\r\n婚姻登记信息,民政局,每月\r\n";
    private const string Traditional = "資料名稱,提供機關,更新頻率\r\n公車動態資訊,交通局,每日\r\n圖書館開放時間,文化局,不定期\r\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Simplified_text_reads_alike_in_every_encoding(string encoding)
    {
        var inspection = Files.Inspect(Files.Text(Table, encoding));
        Assert.Equal(encoding, inspection.Choice.Encoding);
        Assert.Equal(["名称", "提供单位", "更新频率"], inspection.Choice.Columns.Select(c => c.Header));
        Assert.Equal(["婚姻登记信息", "民政局", "每月"], inspection.Sample[1].Cells);
    }

    [Theory]
    [InlineData("big5")]
    [InlineData("utf-8")]
    public void Traditional_text_reads_alike_in_every_encoding(string encoding)
    {
        var inspection = Files.Inspect(Files.Text(Traditional, encoding));
        Assert.Equal(encoding, inspection.Choice.Encoding);
        Assert.Equal(["資料名稱", "提供機關", "更新頻率"], inspection.Choice.Columns.Select(c => c.Header));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_header() =>
        Assert.Equal("名称", Files.Headers(new MemoryStream([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Table)]))[0]);

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_delimiter_is_found(char delimiter)
    {
        var inspection = Files.Inspect(Files.Text(Table.Replace(',', delimiter)));
        Assert.Equal(delimiter, inspection.Choice.Delimiter);
        Assert.Equal(3, inspection.Choice.Columns.Count);
    }

    [Fact]
    public void Titles_and_empty_lines_above_the_header_and_empty_columns_before_it_are_passed_over()
    {
        var rows = Files.Rows(Files.Text(",某市公共数据目录,,\n,编制日期：2026-11-23,,\n,,,\n,名称,提供单位,更新频率\n,企业登记信息,市场监督管理局,每日\n,,,\n,婚姻登记信息,民政局,每月\n"));
        Assert.Equal([5, 7], rows.Select(r => r.Number));
        Assert.Equal(["企业登记信息", "市场监督管理局", "每日"], rows[0].Cells);
    }

    [Fact]
    public void Group_heads_over_two_rows_are_joined()
    {
        var text = "序号,基本信息,,提供,,\n,名称,摘要,单位,联系人,备注\n1,企业登记信息,企业的登记,市场监督管理局,张,无\n2,婚姻登记信息,婚姻的登记,民政局,李,无\n";
        Assert.Equal(["序号", "基本信息/名称", "基本信息/摘要", "提供/单位", "提供/联系人", "提供/备注"], Files.Headers(Files.Text(text)));
    }

    [Theory]
    [InlineData("序号,基本信息,,提供,,\n,名称,摘要,单位,联系人,备注\n1,企业登记信息,企业的登记,市场监督管理局,张,无\n2,婚姻登记信息,婚姻的登记,民政局,李,无\n", 1, 2)]
    [InlineData("某市公共数据目录,,\n名称,单位,频率\n甲,乙,每日\n", 2, 2)]
    public void Read_again_from_the_first_row_of_its_header_a_file_gives_the_same(string text, int top, int last)
    {
        var found = Files.Inspect(Files.Text(text));
        Assert.Equal((top, last), (found.Choice.HeaderTop, found.Choice.HeaderRow));
        var again = SheetFile.Inspect(Files.Text(text), "", headerRow: found.Choice.HeaderTop).Value;
        Assert.Equal(found.Choice with { Columns = [] }, again.Choice with { Columns = [] });
        Assert.Equal(found.Choice.Columns, again.Choice.Columns);
        Assert.Equal(found.Sample.Select(r => r.Number), again.Sample.Select(r => r.Number));
    }

    [Fact]
    public void Columns_of_one_name_are_numbered_and_said()
    {
        var inspection = Files.Inspect(Files.Text("名称,单位,名称\n甲,乙,丙\n丁,戊,己\n"));
        Assert.Equal(["名称", "单位", "名称 (2)"], inspection.Choice.Columns.Select(c => c.Header));
        Assert.Equal("sheet.same-header", Assert.Single(inspection.Notes).Code);
    }

    [Fact]
    public void A_column_of_data_without_a_name_is_kept_and_said()
    {
        var inspection = Files.Inspect(Files.Text("名称,,单位\n甲,1,丙\n丁,2,己\n"));
        Assert.Equal("第2列", inspection.Choice.Columns[1].Header);
        Assert.Equal("sheet.column-without-name", Assert.Single(inspection.Notes).Code);
    }

    [Fact]
    public void Ragged_rows_are_marked_where_they_differ()
    {
        var rows = Files.Rows(Files.Text("名称,单位,频率\n甲,乙\n甲,乙,每日,多余\n"));
        Assert.Equal([new CellMark(2, CellMarkKind.MissingCells)], rows[0].Marks);
        Assert.Equal([new CellMark(3, CellMarkKind.ExtraCells)], rows[1].Marks);
    }

    [Fact]
    public void Nul_and_other_control_characters_are_taken_out_and_marked()
    {
        var row = Files.Rows(Files.Text("名称,单位\n企\0业\u0007登记,\t民政局\r\n甲,乙\n"))[0];
        Assert.Equal(["企业登记", "民政局"], row.Cells);
        Assert.Equal([new CellMark(0, CellMarkKind.ControlCharacters)], row.Marks);
    }

    [Fact]
    public void Cells_over_several_lines_and_quotes_are_kept_and_ends_are_trimmed() =>
        Assert.Equal(["第一行\n第二行", "他说“\"好\"”"], Files.Rows(Files.Text("名称,说明\n\"\t第一行\r\n第二行\r\n\",\"他说“\"\"好\"\"”\"\n"))[0].Cells);

    [Fact]
    public void A_cell_longer_than_excel_allows_is_cut_and_marked()
    {
        var row = Files.Rows(Files.Text($"名称,说明\n甲,{new string('长', 40_000)}\n"))[0];
        Assert.Equal(SheetLimits.CellLength, row.Cells[1]!.Length);
        Assert.Equal([new CellMark(1, CellMarkKind.TooLong)], row.Marks);
    }

    [Fact]
    public void A_quote_left_open_names_its_row()
    {
        var text = "名称,说明\n甲,乙\n丙,\"没有关上\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"行{i},说明{i}\n"));
        var fault = Files.Fault(Files.Text(text));
        Assert.Equal(("sheet.csv.open-quote", 3), (fault.Code, (int)fault.Args[0]));
    }

    [Fact]
    public void Records_are_cut_as_CsvHelper_cuts_them()
    {
        var bare = Gen.Char["ab \t据;"].Array[0, 6].Select(c => new string(c));
        var quoted = Gen.Char["ab\",\r\n 据"].Array[0, 8].Select(c => $"\"{new string(c).Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        Gen.Select(Gen.OneOf(bare, quoted).Array[1, 4].Select(cells => string.Join(',', cells)).Array[0, 5], Gen.OneOf(Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const("\r")), Gen.Bool).Sample(
            (lines, end, last) =>
            {
                var text = string.Join(end, lines) + (last ? end : "");
                using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false });
                var expected = new List<string[]>();
                while (parser.Read()) expected.Add(parser.Record!);
                var records = new DelimitedRecords(new StringReader(text), ',');
                var cut = new List<string[]>();
                while (records.Next() is { } record) cut.Add(record);
                Assert.Equal(expected, cut);
            },
            iter: 5000);
    }

    [Fact]
    public void A_formula_without_a_result_is_marked()
    {
        var row = Files.Rows(Files.Text("名称,单位\n甲,#N/A\n"))[0];
        Assert.Equal([new CellMark(1, CellMarkKind.FormulaError)], row.Marks);
    }

    [Fact]
    public void Cells_longer_than_the_buffer_are_read_whole()
    {
        var cell = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i} \"行\"\n"));
        var records = new DelimitedRecords(new StringReader($"{cell.Length},\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{new string('长', 200_000)}"), ',');
        Assert.Equal([cell.Length.ToString(CultureInfo.InvariantCulture), cell, new string('长', 200_000)], records.Next()!);
        Assert.Null(records.Next());
    }

    [Fact]
    public void A_wide_text_of_many_rows_reads_the_number_of_rows_it_has() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 400]).Sample(
            (width, height) =>
            {
                var text = string.Concat(Enumerable.Range(0, height + 1).Select(r => string.Join(',', Enumerable.Range(0, width).Select(c => r == 0 ? $"列{c}" : $"{r}·{c}")) + "\n"));
                var rows = Files.Rows(Files.Text(text));
                return rows.Count == height && rows.Select(r => r.Number).SequenceEqual(Enumerable.Range(2, height)) && rows.All(r => r.Cells.Count == width);
            },
            iter: 30);
}
