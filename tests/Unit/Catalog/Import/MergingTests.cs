using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Import.Merging;
using Qingdan.Catalog.Import.Rows;
using Xunit;

namespace Qingdan.Tests.Unit.Catalog.Import;

public sealed class MergingTests
{
    [Fact]
    public void Rows_with_different_items_are_one_resource()
    {
        var read = Reading.Of("目录名称,提供单位,更新频率,数据项名称,数据类型\n婚姻登记信息,市民政局,每日,姓名,C\n婚姻登记信息,市民政局,每日,登记日期,D\n");
        var resource = Assert.Single(read.Resources);
        Assert.Equal([("姓名", "字符串型"), ("登记日期", "日期型")], resource.Items.Select(i => (i.Name, i.DataType)));
        Assert.Equal(RowRole.MoreItems, read.Rows[1].Role);
    }

    [Fact]
    public void Below_a_joined_cell_the_rows_hold_further_items_of_the_resource_above()
    {
        var read = Reading.Of("目录名称,提供单位,摘要,数据项名称\n婚姻登记信息,市民政局,登记,姓名\n,,,登记日期\n,,,登记机关\n");
        Assert.Equal(3, Assert.Single(read.Resources).Items.Count);
    }

    [Fact]
    public void Rows_that_differ_only_in_the_format_are_merged()
    {
        var read = Reading.Of("目录名称,提供单位,数据格式\n河道水位,市水务局,xls\n河道水位,市水务局,csv\n");
        Assert.Equal("xls；csv", Assert.Single(read.Resources)[ImportField.Formats]);
        Assert.Equal(RowRole.MoreFormats, read.Rows[1].Role);
    }

    [Fact]
    public void An_exact_repeat_is_left_out_and_said()
    {
        var read = Reading.Of("目录名称,提供单位,摘要\n河道水位,市水务局,水位\n“河道水位” ,市水务局,水位\n");
        Assert.Single(read.Resources);
        Assert.Equal(["catalog.import.row.repeat"], read.Codes(1));
    }

    [Fact]
    public void A_row_that_contradicts_fills_only_blanks_and_names_the_row_it_repeats()
    {
        var read = Reading.Of("目录名称,提供单位,摘要,领域\n河道水位,市水务局,水位,\n河道水位,市水务局,另一种说法,水务\n");
        var resource = Assert.Single(read.Resources);
        Assert.Equal(("水位", "水务"), (resource[ImportField.Summary], resource[ImportField.Theme]));
        var note = Assert.Single(read.Rows[1].Source.Notes!);
        Assert.Equal(("catalog.import.row.conflict", "2"), (note.Code, note.Args[0]));
    }

    [Fact]
    public void Two_codes_are_two_resources_whatever_the_name()
    {
        var read = Reading.Of("目录代码,目录名称,提供单位\n002438161/000001,河道水位,市水务局\n002438161/000002,河道水位,市水务局\n");
        Assert.Equal(2, read.Resources.Count);
    }

    [Fact]
    public void Another_page_address_makes_no_other_resource()
    {
        var read = Reading.Of("目录名称,提供单位,详情页\n河道水位,市水务局,https://a.example/1\n河道水位,市水务局,https://b.example/2\n");
        Assert.Equal(["catalog.import.row.repeat"], read.Codes(1));
    }

    [Fact]
    public void The_row_of_another_unit_is_refused_to_a_liaison()
    {
        var read = Reading.Of("目录名称,提供单位\n河道水位,市水务局\n婚姻登记,市民政局\n", ownUnit: 1);
        Assert.Equal("婚姻登记", Assert.Single(read.Resources).Name);
        Assert.Equal(["catalog.import.provider.other-unit"], read.Codes(0));
    }

    [Fact]
    public void Rows_without_a_provider_are_those_of_the_liaisons_unit()
    {
        var read = Reading.Of("目录名称,摘要\n婚姻登记,登记\n", ownUnit: 1);
        Assert.Equal(1, Assert.Single(read.Resources).Provider.Id);
    }

    [Fact]
    public void Two_spellings_of_an_unknown_unit_are_one()
    {
        var read = Reading.Of("目录名称,提供单位\n甲,新区 办公室\n乙,新区办公室\n");
        Assert.Same(read.Resources[0].Provider, read.Resources[1].Provider);
        Assert.Equal(0, read.Resources[0].Provider.Id);
    }

    [Fact]
    public void Equal_rows_give_equal_digests_and_different_rows_different_ones()
    {
        const string Csv = "目录名称,提供单位,摘要\n河道水位,市水务局,水位\n雨量,市水务局,水位\n";
        var (first, again) = (Reading.Of(Csv), Reading.Of(Csv));
        Assert.Equal(first.Resources[0].Digest(), again.Resources[0].Digest());
        Assert.NotEqual(first.Resources[0].Digest(), first.Resources[1].Digest());
        Assert.NotEqual(Frequency("看情况"), Frequency("再说"));

        static string Frequency(string text) => Reading.Of($"目录名称,提供单位,更新频率\n河道水位,市水务局,{text}\n").Resources[0].Digest();
    }
}
