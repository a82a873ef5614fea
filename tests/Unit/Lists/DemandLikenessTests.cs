using CsCheck;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Demands.Repeats;
using Xunit;

namespace Qingdan.Tests.Unit.Lists;

/// <summary>R19: when two demands want the same.</summary>
public sealed class DemandLikenessTests
{
    private const string Scenario = "公租房申请受理时核对申请人婚姻状况";

    private static readonly string[] Names = ["姓名", "证件号码", "登记日期", "登记机关", "地址"];

    [Fact]
    public void Two_of_three_items_of_the_smaller_one_make_them_alike()
    {
        Assert.Equal(new LikeDemands(2, 3, true), DemandLikeness.Of(Inside(1, "姓名", "登记日期", "地址"), Inside(1, "姓 名", "登记日期", "登记机关", "证件号码")));
        Assert.Null(DemandLikeness.Of(Inside(1, "姓名", "登记日期", "地址"), Inside(1, "姓名", "登记机关", "证件号码")));
        Assert.Null(DemandLikeness.Of(Inside(1, "姓名"), Inside(2, "姓名")));
        Assert.Null(DemandLikeness.Of(Inside(1), Inside(1)));
    }

    [Fact]
    public void A_whole_resource_and_its_items_are_the_same_data()
    {
        var whole = WantedThings.Of(1, new DemandInput { Scenario = Scenario, Items = [new(5, 0, "婚姻登记信息")] });
        Assert.Equal(new LikeDemands(1, 1, true), DemandLikeness.Of(whole, Inside(5, "姓名", "登记日期")));
        Assert.Null(DemandLikeness.Of(whole, Inside(6, "姓名")));
    }

    [Fact]
    public void Outside_the_catalogue_one_name_says_too_little_and_two_providers_have_each_their_own()
    {
        Assert.Equal(new LikeDemands(2, 2, true), DemandLikeness.Of(Outside(7, "点位编号", "经纬度"), Outside(0, "经纬度", "点位编号", "朝向")));
        Assert.Null(DemandLikeness.Of(Outside(7, "点位编号", "经纬度"), Outside(8, "点位编号", "经纬度")));
        Assert.Null(DemandLikeness.Of(Outside(7, "姓名"), Outside(7, "姓名", "住址")));
        Assert.NotNull(DemandLikeness.Of(Outside(7, "点位"), Outside(7, "点位")));
        Assert.Null(DemandLikeness.Of(Outside(7, "点位"), Inside(7, "点位")));
    }

    [Theory]
    [InlineData("公租房申请受理时核对申请人婚姻状况。", true)]
    [InlineData("公租房申请受理时，核对申请人的婚姻状况", true)]
    [InlineData("", true)]
    [InlineData("婚姻登记预约时核对当事人是否已有登记", false)]
    [InlineData("防汛调度时查看点位", false)]
    public void A_scenario_told_twice_is_one(string other, bool same) =>
        Assert.Equal(same, DemandLikeness.Of(Inside(1, "姓名"), Inside(1, "姓名") with { Scenario = other })!.SameScenario);

    [Fact]
    public void The_order_does_not_matter_and_whoever_is_alike_shares_a_key() => Gen.Select(Things, Things).Sample((a, b) =>
    {
        var like = DemandLikeness.Of(a, b);
        Assert.Equal(like, DemandLikeness.Of(b, a));
        if (like is not null) Assert.NotEmpty(a.Keys.Intersect(b.Keys));
    });

    private static readonly Gen<WantedThings> Things = Gen.Select(Gen.Bool, Gen.Select(Gen.Long[1, 2], Gen.Int[-1, 4]).List[0, 4], Gen.Long[0, 2], Gen.Int[0, 2].Select(i => new[] { "", Scenario, "防汛调度" }[i])).Select((outside, items, provider, scenario) =>
        WantedThings.Of(1, new DemandInput { ProviderId = provider, Scenario = scenario, Items = [.. items.Where(i => !outside || i.Item2 >= 0).Select(i => outside ? new DemandItemInput(0, 0, Names[i.Item2]) : i.Item2 < 0 ? new DemandItemInput(i.Item1, 0, "目录") : new DemandItemInput(i.Item1, i.Item2 + 1, Names[i.Item2]))] }));

    private static WantedThings Inside(long resource, params string[] names) => WantedThings.Of(1, new DemandInput { Scenario = Scenario, Items = [.. names.Select((n, i) => new DemandItemInput(resource, i + 1, n))] });

    private static WantedThings Outside(long provider, params string[] names) => WantedThings.Of(1, new DemandInput { ProviderId = provider, Scenario = Scenario, Items = [.. names.Select(n => new DemandItemInput(0, 0, n))] });
}
