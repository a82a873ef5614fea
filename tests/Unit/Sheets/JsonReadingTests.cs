using System.Globalization;
using System.Text;
using Qingdan.Platform.Sheets.Reading;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

public sealed class JsonReadingTests
{
    [Fact]
    public void An_array_of_objects_is_a_table_whose_keys_are_the_header()
    {
        var inspection = Files.Inspect(Files.Text("""[{"名称":"甲","数量":121265},{"单位":"乙","名称":"丙"}]"""));
        Assert.Equal(SheetFormat.Json, inspection.Choice.Format);
        Assert.Equal(["名称", "数量", "单位"], inspection.Choice.Columns.Select(c => c.Header));
        Assert.Equal(["甲", "121265", null], inspection.Sample[0].Cells);
        Assert.Equal(["丙", null, "乙"], inspection.Sample[1].Cells);
    }

    [Fact]
    public void An_object_that_holds_arrays_of_objects_offers_each_and_chooses_the_largest()
    {
        var stream = Files.Text("""{"code":0,"tags":["甲"],"data":{"rows":[{"名称":"甲"},{"名称":"乙"}]},"units":[{"名称":"丙"}]}""");
        var inspection = Files.Inspect(stream);
        Assert.Equal(["data.rows", "units"], inspection.Sheets.Select(s => s.Name));
        Assert.Equal(["甲", "乙"], SheetFile.Read(stream, inspection.Choice).Select(r => r.Cells[0]));
        Assert.Equal("丙", SheetFile.Inspect(stream, "", "units").Value.Sample[0].Cells[0]);
    }

    [Fact]
    public void Objects_one_a_line_are_rows()
    {
        var stream = Files.Text("{\"名称\":\"甲\"}\n\n{\"名称\":\"乙\",\"单位\":\"丙\"}\n");
        Assert.Equal(SheetFormat.Ndjson, Files.Inspect(stream).Choice.Format);
        Assert.Equal(["甲", "乙"], Files.Rows(stream).Select(r => r.Cells[0]));
    }

    [Fact]
    public void Lists_are_joined_objects_stay_json_and_texts_of_lists_stay_texts() =>
        Assert.Equal(["xls；csv", """{"a":1}""", "['xls']", "true", null], Files.Rows(Files.Text("""[{"甲":["xls","csv"],"乙":{"a":1},"丙":"['xls']","丁":true,"戊":null}]"""))[0].Cells);

    [Fact]
    public void Long_numbers_keep_their_digits() =>
        Assert.Equal("310101199001011234", Files.Rows(Files.Text("""[{"号码":310101199001011234}]"""))[0].Cells[0]);

    [Theory]
    [InlineData("[{\"a\":1}][{\"a\":2}]")]
    [InlineData("[{\"a\":1}]\n[{\"a\":2}]")]
    [InlineData("{\"a\":1}{\"a\":2}")]
    [InlineData("{\n\"a\":[{\"b\":1}]\n}\n{\n\"a\":[{\"b\":1}]\n}")]
    public void Two_documents_in_one_file_are_refused(string text) => Assert.Equal("sheet.json.two-documents", Files.Fault(Files.Text(text)).Code);

    [Fact]
    public void A_document_cut_off_anywhere_is_incomplete()
    {
        var whole = Encoding.UTF8.GetBytes("""[{"name":"abc","list":[1,2],"flag":true},{"name":"d\"e"}]""");
        for (var length = 2; length < whole.Length; length++) Assert.Equal("sheet.truncated", Files.Fault(Files.Bytes(whole[..length])).Code);
    }

    [Fact]
    public void A_wrong_document_names_the_line()
    {
        var fault = Files.Fault(Files.Text("[\n{\"a\":1},\n{\"a\":x}\n]"));
        Assert.Equal(("sheet.json.syntax", 3L), (fault.Code, (long)fault.Args[0]));
    }

    [Theory]
    [InlineData("[[1],[2]]")]
    [InlineData("[]")]
    [InlineData("{\n\"a\":1\n}")]
    public void A_document_without_a_table_says_so(string text) => Assert.Equal("sheet.json.no-table", Files.Fault(Files.Text(text)).Code);

    [Fact]
    public void Other_encodings_are_read_too() => Assert.Equal("数据目录的名称", Files.Rows(Files.Text("[{\"名称\":\"数据目录的名称\"}]", "GB18030"))[0].Cells[0]);

    [Fact]
    public void Rows_larger_than_the_buffer_are_read_whole()
    {
        var text = $"[{string.Join(',', Enumerable.Range(0, 30).Select(i => $"{{\"序\":{i},\"文\":\"{new string('长', 3000 + 700 * i)}\"}}"))}]";
        var rows = Files.Rows(Files.Text(text));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => (3000 + 700 * i, i.ToString(CultureInfo.InvariantCulture))), rows.Select(r => (r.Cells[1]!.Length, r.Cells[0]!)));
    }

    [Fact]
    public void Every_name_and_text_is_found_with_the_element_it_stands_in()
    {
        var stream = Files.Text("""{"题":"甲","data":{"rows":[{"名":"乙"},{"名":["丙",{"深":"丁"}]}]},"尾":[1,"戊"]}""");
        Assert.Equal(
            ["0题", "0甲", "0data", "0rows", "data.rows1名", "data.rows1乙", "data.rows2名", "data.rows2丙", "data.rows2深", "data.rows2丁", "0尾", "尾2戊"],
            SheetFile.Texts(stream, Files.Inspect(stream).Choice).Select(t => $"{t.Sheet}{t.Row}{t.Text}"));
        var lines = Files.Text("{\"名\":[\"甲\"]}\n{\"名\":\"乙\\u200b丙\"}\n");
        Assert.Equal(["1名", "1甲", "2名", "2乙丙"], SheetFile.Texts(lines, Files.Inspect(lines).Choice).Select(t => $"{t.Sheet}{t.Row}{t.Text}"));
    }
}
