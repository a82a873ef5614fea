using Qingdan.Catalog.Import.Rows;
using Xunit;

namespace Qingdan.Tests.Unit.Catalog.Import;

public sealed class ItemListTests
{
    [Fact]
    public void Each_part_is_an_item() => Assert.Equal(["日期", "種類", "市場", "平均(元/公斤)"], Names("日期,種類,市場,平均(元/公斤)"));

    [Fact]
    public void Commas_inside_brackets_do_not_part() => Assert.Equal(["姓名(中文,英文)", "年龄"], Names("姓名(中文,英文)、年龄"));

    [Fact]
    public void A_field_name_before_brackets_stays_the_field_name()
    {
        var item = Assert.Single(ItemList.Read("AC_NO(許可證號)")!);
        Assert.Equal(("許可證號", "AC_NO"), (item.Name, item.FieldName));
    }

    [Fact]
    public void A_field_name_in_brackets_is_taken_out_of_the_name()
    {
        var item = Assert.Single(ItemList.Read("編號(serial_number_1)")!);
        Assert.Equal(("編號", "serial_number_1"), (item.Name, item.FieldName));
    }

    [Fact]
    public void A_unit_in_brackets_belongs_to_the_name() => Assert.Equal(["重量(kg)"], Names("重量(kg)"));

    [Fact]
    public void One_item_a_line_with_a_colon_is_read()
    {
        var items = ItemList.Read("sno：场站代号、\r\ntot：总停车格")!;
        Assert.Equal([("场站代号", "sno"), ("总停车格", "tot")], items.Select(i => (i.Name, i.FieldName)));
    }

    [Fact]
    public void A_name_counts_once_and_blanks_do_not_count() => Assert.Equal(["甲", "乙"], Names("甲,,乙, 甲 ,"));

    [Fact]
    public void Prose_is_no_list() => Assert.Null(ItemList.Read(new string('长', 200)));

    private static string[] Names(string text) => [.. ItemList.Read(text)!.Select(i => i.Name)];
}
