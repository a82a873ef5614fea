using Qingdan.Catalog.Similar;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Catalog;

public sealed class LikenessTests
{
    private static readonly string[] Fields = ["姓名", "身份证号", "登记日期", "登记机关", "备注"];

    [Theory]
    [InlineData("婚姻登记信息", "婚姻登记")]
    [InlineData("婚姻登记 数据（1）", "婚姻登记")]
    [InlineData("婚姻登记1信息表02", "婚姻登记")]
    [InlineData("2019年婚姻登记情况", "2019年婚姻登记")]
    [InlineData("婚姻登记2019", "婚姻登记2019")]
    [InlineData("工单12345", "工单12345")]
    [InlineData("信息数据清单", "信息数据清单")]
    [InlineData("12", "12")]
    public void What_every_name_may_bear_is_left_out_and_what_data_are_about_is_not(string name, string root) => Assert.Equal(root, NameRoot.Of(name).Text);

    [Fact]
    public void What_differs_is_told()
    {
        Assert.Equal(["信息", "数据", "1"], NameRoot.Of("婚姻登记信息").Differing(NameRoot.Of("婚姻登记数据1")));
        Assert.Equal(NameLike.Number, Likeness.Between(Of("婚姻登记信息"), Of("婚姻登记信息2"))!.Evidence.Name);
        Assert.Equal(NameLike.Signs, Likeness.Between(Of("婚姻登记信息"), Of("婚姻登记-信息"))!.Evidence.Name);
        Assert.Equal(NameLike.Words, Likeness.Between(Of("婚姻登记信息"), Of("婚姻登记表"))!.Evidence.Name);
    }

    [Theory]
    [InlineData("2019年低保名单", "2020年低保名单", true)]
    [InlineData("就业登记信息", "失业登记信息", true)]
    [InlineData("婚姻登记信息", "婚姻登记人员信息", false)]
    [InlineData("低保名单", "低保名单2020", true)]
    public void Alike_items_do_not_make_one_of_other_times_and_other_matters(string name, string other, bool apart) => Assert.Equal(apart, Likeness.Between(Of(name, Fields), Of(other, Fields)) is null);

    [Fact]
    public void Each_district_has_data_of_its_own_and_a_copy_of_the_citys_is_found()
    {
        Assert.Null(Likeness.Between(Of("公厕分布", Fields, 1, "东岸区"), Of("公厕分布", Fields, 2, "西岭区")));
        var copied = Likeness.Between(Of("公厕分布", Fields, 1, "东岸区"), Of("公厕分布", Fields, 2))!;
        Assert.InRange(copied.Score, Likeness.Least, Likeness.Between(Of("公厕分布", Fields), Of("公厕分布", Fields))!.Score - 5);
        Assert.Null(Likeness.Between(Of("人员信息"), Of("人员信息", unit: 2)));
    }

    [Fact]
    public void A_duplicate_by_the_rule_is_told_whatever_its_items_and_all_else_needs_them()
    {
        Assert.Equal(Likeness.Least, Likeness.Between(Of("企业名录", Fields), Of("企业名录1", ["甲", "乙", "丙", "丁"]))!.Score);
        Assert.Null(Likeness.Between(Of("企业名录", Fields), Of("企业名录情况", ["甲", "乙", "丙", "丁"])));
        Assert.NotNull(Likeness.Between(Of("结婚证发放", Fields, system: "婚姻系统"), Of("当事人库", [.. Fields.Reverse()], system: "婚姻系统")));
    }

    [Fact]
    public void A_look_is_far_from_what_it_was_when_most_of_it_is_other()
    {
        var then = Of("企业名录", Fields).Look();
        Assert.False(Of("企业名录", Fields).Look().FarFrom(then));
        Assert.False(Of("企业名录表", [.. Fields, "电话"]).Look().FarFrom(then));
        Assert.True(Of("企业名录", ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]).Look().FarFrom(then));
    }

    private static Profile Of(string name, string[]? items = null, long unit = 1, string area = "", string system = "") =>
        new(0, unit, area, name, NameRoot.Of(name), system, ShareProperty.Conditional, (items ?? []).ToHashSet());
}
