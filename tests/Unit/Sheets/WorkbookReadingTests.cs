using Qingdan.Platform.Sheets.Reading;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

public sealed class WorkbookReadingTests
{
    [Fact]
    public void Dates_numbers_and_codes_become_the_texts_that_people_see()
    {
        var row = Files.Rows(Files.Workbook(
            Files.Row(1, "名称", "日期", "中文日期", "代码", "数量", "小数", "大数")
            + Files.Row(2, "甲", "<c s=\"3\"><v>45296</v></c>", "<c s=\"1\"><v>45296</v></c>", "<c s=\"2\"><v>123</v></c>", "<c><v>1.2E5</v></c>", "<c><v>0.30000000000000004</v></c>", "<c><v>12345678901234</v></c>")))[0];
        Assert.Equal(["甲", "2024-01-05", "2024-01-05", "000123", "120000", "0.3", "12345678901234"], row.Cells);
        Assert.Empty(row.Marks);
    }

    [Fact]
    public void A_number_whose_digits_excel_cut_off_is_marked()
    {
        var row = Files.Rows(Files.Workbook(Files.Row(1, "名称", "证件号码") + Files.Row(2, "甲", "<c><v>310101199001011000</v></c>")))[0];
        Assert.Equal("310101199001011000", row.Cells[1]);
        Assert.Equal([new CellMark(1, CellMarkKind.DigitsLost)], row.Marks);
    }

    [Fact]
    public void Merged_group_heads_are_joined_and_a_merged_title_is_not()
    {
        var stream = Files.Workbook(
            Files.Row(1, "某市公共数据目录") + Files.Row(2, "序号", "基本信息", null, "提供单位") + Files.Row(3, null, "名称", "摘要")
            + Files.Row(4, "1", "甲", "甲的摘要", "民政局") + Files.Row(5, "2", "乙", "乙的摘要", "民政局"),
            "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:D3\"/></mergeCells>");
        var inspection = Files.Inspect(stream);
        Assert.Equal(["序号", "基本信息/名称", "基本信息/摘要", "提供单位"], inspection.Choice.Columns.Select(c => c.Header));
        Assert.Equal(["序号", "名称", "摘要", "提供单位"], inspection.Choice.Columns.Select(c => c.Name));
        Assert.Equal([4, 5], Files.Rows(stream).Select(r => r.Number));
    }

    [Fact]
    public void The_sheet_that_looks_most_like_a_table_is_chosen_and_hidden_ones_are_not()
    {
        var table = Files.Row(1, "名称", "单位", "频率") + Files.Row(2, "甲", "乙", "每日") + Files.Row(3, "丙", "丁", "每月");
        var stream = Files.Workbook(Files.Row(1, "填表说明") + Files.Row(2, "请逐行填写。"), "", ("隐藏", table + Files.Row(4, "戊", "己", "每年")), ("目录", table));
        var inspection = Files.Inspect(stream);
        Assert.Equal("目录", inspection.Choice.Sheet);
        Assert.Equal(["表", "隐藏", "目录"], inspection.Sheets.Select(s => s.Name));
        Assert.Equal(3, SheetFile.Inspect(stream, "", "隐藏").Value.Sample.Count);
        Assert.Equal("sheet.no-such-sheet", SheetFile.Inspect(stream, "", "没有").Faults[0].Code);
    }

    [Fact]
    public void A_person_may_say_which_row_is_the_header()
    {
        var stream = Files.Workbook(Files.Row(1, "甲", "乙") + Files.Row(2, "名称", "单位") + Files.Row(3, "丙", "丁"));
        Assert.Equal(["名称", "单位"], SheetFile.Inspect(stream, "", headerRow: 2).Value.Choice.Columns.Select(c => c.Header));
    }

    [Fact]
    public void Rows_left_out_of_the_file_count_as_people_count_them() =>
        Assert.Equal([5], Files.Rows(Files.Workbook(Files.Row(2, "名称", "单位") + Files.Row(5, "甲", "乙"))).Select(r => r.Number));

    [Fact]
    public void A_cell_that_begins_like_a_formula_is_text() =>
        Assert.Equal("=1+1", Files.Rows(Files.Workbook(Files.Row(1, "名称", "单位") + Files.Row(2, "=1+1", "乙")))[0].Cells[0]);

    [Fact]
    public void An_old_workbook_is_read_like_a_new_one()
    {
        var inspection = Files.Inspect(OldWorkbook.Of(["名称", "单位"], ["甲", "乙"]));
        Assert.Equal(SheetFormat.Xls, inspection.Choice.Format);
        Assert.Equal(["甲", "乙"], inspection.Sample[0].Cells);
    }

    [Fact]
    public void Every_text_is_found_with_the_names_headers_and_footers_of_all_sheets()
    {
        var stream = Files.Workbook(
            Files.Row(1, "名称", "单位") + Files.Row(2, "甲", "乙"), "<headerFooter><oddHeader>&amp;L&amp;\"宋体,常规\"&amp;14上左&amp;C上中</oddHeader></headerFooter>", ("隐", Files.Row(3, "丙")));
        Assert.Equal(
            ["表0表", "表1名称", "表1单位", "表2甲", "表2乙", "表0上左\n上中", "隐0隐", "隐3丙"],
            SheetFile.Texts(stream, Files.Inspect(stream).Choice).Select(t => $"{t.Sheet}{t.Row}{t.Text.Trim()}"));
    }

    [Fact]
    public void The_error_of_a_formula_is_named_and_not_taken_for_an_empty_cell()
    {
        var row = Assert.Single(Files.Rows(Files.Workbook(Files.Row(1, "名称", "单位") + Files.Row(2, "甲", """<c t="e"><v>#N/A</v></c>"""))));
        Assert.Equal("#N/A", row.Cells[1]);
        Assert.Contains(row.Marks, m => m is { Kind: CellMarkKind.FormulaError, Column: 1 });
    }

    [Fact]
    public void Cells_merged_over_rows_count_for_all_of_them()
    {
        var rows = Files.Rows(Files.Workbook(Files.Row(1, "单位", "名称") + Files.Row(2, "市民政局", "甲") + Files.Row(3, null, "乙") + Files.Row(4, "市公安局", "丙"), """<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>"""));
        Assert.Equal(["市民政局", "市民政局", "市公安局"], rows.Select(r => r.Cells[0]));
    }

    [Fact]
    public void A_cell_of_an_empty_text_is_empty_and_takes_what_is_merged_into_it() => Assert.Equal(["市民政局", "市民政局"], Files.Rows(Files.Workbook(
        Files.Row(1, "单位", "名称") + Files.Row(2, "市民政局", "甲") + Files.Row(3, "", "乙"), """<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>""")).Select(r => r.Cells[0]));

    [Fact]
    public void Rich_text_is_read_whole_and_its_reading_aid_left_out() => Assert.Equal("低保对象", Assert.Single(Files.Rows(Files.Workbook(Files.Row(1, "名称", "单位") +
        Files.Row(2, """<c t="inlineStr"><is><r><t>低保</t></r><r><rPr><b/></rPr><t>对象</t></r><rPh sb="0" eb="2"><t>ding</t></rPh></is></c>""", "乙")))).Cells[0]);

    [Fact]
    public void Days_of_a_workbook_that_counts_from_1904_are_those_that_people_see() => Assert.Equal("2026-03-01", Assert.Single(Files.Rows(Files.Workbook(
        Files.Row(1, "名称", "日期") + Files.Row(2, "甲", "<c s=\"3\"><v>44620</v></c>"), "<workbookPr date1904=\"1\"/>", ""))).Cells[1]);

    [Theory]
    [InlineData("1", "1900-01-01")]
    [InlineData("59", "1900-02-28")]
    [InlineData("61", "1900-03-01")]
    [InlineData("0.75", "18:00:00")]
    [InlineData("45296.5", "2024-01-05T12:00:00")]
    [InlineData("-1", "-1")]
    [InlineData("9999999", "9999999")]
    public void A_number_shown_as_a_day_is_one_where_a_calendar_has_it(string number, string shown) =>
        Assert.Equal(shown, Assert.Single(Files.Rows(Files.Workbook(Files.Row(1, "名称", "日期") + Files.Row(2, "甲", $"<c s=\"3\"><v>{number}</v></c>")))).Cells[1]);

    [Fact]
    public void Rows_and_cells_without_references_stand_one_after_another() => Assert.Equal(["甲", null, "丙"], Assert.Single(Files.Rows(Files.Workbook(
        Files.Row(1, "名称", "单位", "说明") + "<row><c t=\"str\"><f>1</f><v>甲</v></c><c/><c t=\"inlineStr\"><is><t>丙</t></is></c></row>"))).Cells);

    [Fact]
    public void Characters_that_xml_cannot_hold_are_read_as_what_they_stand_for() =>
        Assert.Equal("甲\n乙_x", Assert.Single(Files.Rows(Files.Workbook(Files.Row(1, "名称", "单位") + Files.Row(2, "甲_x000D_\n乙_x005F_x", "丙")))).Cells[0]);
}
