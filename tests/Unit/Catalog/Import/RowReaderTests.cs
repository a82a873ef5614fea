using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Import.Merging;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Catalog.Import;

public sealed class RowReaderTests
{
    [Fact]
    public void What_was_normalised_is_counted_by_spelling()
    {
        var read = Reading.Of("目录名称,提供单位,更新频率\n甲,市民政局,每天\n乙,市民政局,每天\n丙,市民政局,每日\n");
        var spelling = Assert.Single(read.Spellings);
        Assert.Equal(("更新频率", "每天", "每日", 2), (spelling.Field, spelling.From, spelling.To, spelling.Count));
    }

    [Fact]
    public void Only_the_frequent_spellings_are_named_and_all_are_counted()
    {
        var lines = Enumerable.Range(0, Spellings.Most + 20).Select(i => $"名{i},市民政局,约{i}天左右不定期");
        var read = Reading.Of($"目录名称,提供单位,更新频率\n{string.Join('\n', lines)}\n");
        Assert.Equal(Spellings.Most, read.Spellings.Count);
        Assert.Equal((Spellings.Most + 20, Spellings.Most + 20), read.SpellingTotal);
    }

    [Fact]
    public void The_indentation_of_lines_does_not_make_a_text_too_long()
    {
        var lines = string.Join(" \n" + new string(' ', 40), Enumerable.Range(0, 20).Select(i => $"标签{i}"));
        var read = Reading.Of($"目录名称,提供单位,标签\n甲,市民政局,\"{lines}\"\n");
        Assert.True(lines.Length > 500);
        Assert.Equal(string.Join('\n', Enumerable.Range(0, 20).Select(i => $"标签{i}")), read.Resources[0].Content().Elements["tags"]);
        Assert.Empty(read.Codes(0));
    }

    [Fact]
    public void A_provider_written_with_a_number_and_brackets_is_its_name()
    {
        var read = Reading.Of("目录名称,提供单位\n甲,380120000J 【社會局】\n乙,社會局\n丙,【仙居县】市监局\n");
        Assert.Equal(["社會局", "社會局", "【仙居县】市监局"], read.Resources.Select(r => r.Provider.Name));
        Assert.Equal(("提供单位", "380120000J 【社會局】", "社會局"), read.Spellings.Select(s => (s.Field, s.From, s.To)).Single());
    }

    [Fact]
    public void An_unknown_frequency_is_imported_as_undetermined_and_its_wording_kept()
    {
        var read = Reading.Of("目录名称,提供单位,更新频率\n甲,市民政局,看情况再说\n");
        var content = read.Resources[0].Content();
        Assert.Null(content.Frequency);
        Assert.Equal("看情况再说", content.Elements["frequencyOriginal"]);
        Assert.Equal(["catalog.import.frequency.unknown"], read.Codes(0));
    }

    [Fact]
    public void Without_share_property_one_is_inferred_and_marked_as_such()
    {
        var content = Reading.Of("目录名称,提供单位,开放属性\n甲,市民政局,无条件开放\n").Resources[0].Content();
        Assert.Equal((ShareProperty.Unconditional, false), (content.Share, content.ShareStated));
    }

    [Fact]
    public void A_stated_share_property_is_never_replaced_by_an_inferred_one()
    {
        var file = Reading.Of("目录名称,提供单位,开放属性\n甲,市民政局,无条件开放\n").Resources[0];
        var content = file.Over(new() { Name = "甲", Share = ShareProperty.Conditional, ShareStated = true });
        Assert.Equal((ShareProperty.Conditional, true), (content.Share, content.ShareStated));
    }

    [Theory]
    [InlineData("不宜共享", null)]
    [InlineData("是", ShareProperty.Conditional)]
    public void Where_the_share_property_was_not_surely_understood_nothing_is_inferred_and_nothing_stated(string written, ShareProperty? share)
    {
        var file = Reading.Of($"目录名称,提供单位,共享属性,开放属性\n甲,市民政局,{written},无条件开放\n").Resources[0];
        Assert.Equal((share, false, written), (file.Content().Share, file.Content().ShareStated, file.Content().Elements["shareOriginal"]));
        // Nor when a later file is silent about it; a later file that is clear counts.
        var later = Reading.Of("目录名称,提供单位,开放属性\n甲,市民政局,无条件开放\n").Resources[0].Over(file.Content());
        Assert.Equal((share, false), (later.Share, later.ShareStated));
        var clear = Reading.Of("目录名称,提供单位,共享属性\n甲,市民政局,不予共享\n").Resources[0].Over(file.Content());
        Assert.Equal((ShareProperty.NotShared, true, false), (clear.Share!.Value, clear.ShareStated, clear.Elements.ContainsKey("shareOriginal")));
    }

    [Fact]
    public void The_share_property_of_an_item_that_is_not_understood_is_a_faulty_cell()
    {
        var read = Reading.Of("目录名称,提供单位,共享属性,数据项名称,数据项共享属性\n甲,市民政局,无条件共享,姓名,不宜对外共享\n甲,市民政局,无条件共享,证号,否\n甲,市民政局,无条件共享,日期,是\n");
        Assert.Equal(["catalog.import.itemShare.unknown"], read.Codes(0));
        Assert.True(read.Resources[0].HasFaultyCell);
        Assert.Equal([null, ShareProperty.NotShared, ShareProperty.Conditional], read.Resources[0].Content().Items.Select(i => i.Share));
        Assert.Contains("catalog.import.itemShare.likely", read.Codes(2));
    }

    [Fact]
    public void Formats_and_ways_that_are_not_understood_are_kept_and_said()
    {
        var read = Reading.Of("目录名称,提供单位,数据格式,共享方式\n甲,市民政局,xls;02,接口、托人带\n乙,市民政局,xls;csv,接口\n");
        Assert.Equal(["catalog.import.formats.unknown", "catalog.import.shareWays.unknown"], read.Codes(0));
        Assert.Equal(("xls；02", "服务接口；托人带"), (read.Resources[0][ImportField.Formats], read.Resources[0][ImportField.ShareWays]));
        Assert.Empty(read.Codes(1));
    }

    [Fact]
    public void A_count_that_is_no_number_is_said_and_one_too_long_is_a_faulty_cell()
    {
        var read = Reading.Of($"目录名称,提供单位,数据量\n甲,市民政局,约 3 万条\n乙,市民政局,{new string('多', 41)}\n丙,市民政局,暂无\n");
        Assert.Equal(["catalog.import.recordCount.not-a-number"], read.Codes(0));
        Assert.Equal("约 3 万条", read.Resources[0][ImportField.RecordCount]);
        Assert.Equal(["catalog.import.recordCount.too-long"], read.Codes(1));
        Assert.Empty(read.Codes(2));
    }

    [Fact]
    public void An_item_list_in_prose_is_kept_with_the_resource()
    {
        var prose = new string('述', 150);
        var read = Reading.Of($"目录名称,提供单位,数据项清单\n甲,市民政局,{prose}\n");
        Assert.Equal(["catalog.import.itemList.prose"], read.Codes(0));
        Assert.Equal(prose, read.Resources[0].Content().Elements["itemListOriginal"]);
    }

    [Fact]
    public void A_wrong_check_digit_names_the_one_expected()
    {
        var read = Reading.Of("目录代码,目录名称,提供单位\n002438161/000486,甲,市民政局\n002438162/000487,乙,市民政局\n");
        var note = Assert.Single(read.Rows[1].Source.Notes!);
        Assert.EndsWith("check-digit", note.Code, StringComparison.Ordinal);
        Assert.Contains("1", note.Args);
    }

    [Fact]
    public void A_code_in_scientific_notation_is_reported()
    {
        var read = Reading.Of("目录代码,目录名称,提供单位\n3.10E+17,甲,市民政局\n");
        Assert.Equal(["catalog.import.code.digits-lost"], read.Codes(0));
        Assert.Empty(read.Resources);
    }

    [Fact]
    public void Name_and_provider_are_owed_and_both_said_at_once()
    {
        var read = Reading.Of("目录名称,提供单位,摘要\n暂无,,说明\n甲,市民政局,说明\n");
        Assert.Equal(["catalog.import.name.missing", "catalog.import.provider.missing"], read.Codes(0));
    }

    [Fact]
    public void A_name_that_is_too_long_stops_the_row() =>
        Assert.Equal(["catalog.import.name.too-long"], Reading.Of($"目录名称,提供单位\n{new string('长', 129)},市民政局\n").Codes(0));

    [Fact]
    public void A_date_that_is_none_spoils_the_cell_only()
    {
        var read = Reading.Of("目录名称,提供单位,发布日期\n甲,市民政局,2023-02-30\n乙,市民政局,2023-02-28\n丙,市民政局,2023-03-01\n");
        Assert.Equal(["catalog.import.publishedOn.not-a-day"], read.Codes(0));
        Assert.True(read.Resources[0].HasFaultyCell);
        Assert.Equal("2023-02-28", read.Resources[1].Content().Elements["publishedOn"]);
    }

    [Fact]
    public void A_cell_that_begins_like_a_formula_is_text() =>
        Assert.Equal("=1+1", Reading.Of("目录名称,提供单位,摘要\n甲,市民政局,=1+1\n").Resources[0][ImportField.Summary]);

    [Fact]
    public void A_file_without_agencies_takes_the_one_given() =>
        Assert.Equal("某市", Reading.Of("资源名称,更新周期\n甲,每年\n", provider: "某市").Resources[0].Provider.Name);

    [Fact]
    public void Thousands_separators_in_counts_are_taken_out() =>
        Assert.Equal("121265", Reading.Of("目录名称,提供单位,数据量\n甲,市民政局,\"121,265\"\n").Resources[0][ImportField.RecordCount]);

    [Fact]
    public void A_field_list_in_one_cell_becomes_items() =>
        Assert.Equal(["日期", "種類"], Reading.Of("資料集名稱,提供機關,主要欄位\n行情,市場處,\"日期,種類\"\n").Resources[0].Items.Select(i => i.Name));

    [Fact]
    public void A_classification_mark_stops_the_row()
    {
        var read = Reading.Of("目录名称,提供单位,摘要\n甲,市民政局,秘密★10年\n");
        Assert.Equal(["standards.classification-mark"], read.Codes(0));
        Assert.Empty(read.Resources);
    }
}
