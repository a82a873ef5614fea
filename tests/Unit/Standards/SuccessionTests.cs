using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.LegalBases;
using Xunit;

namespace Qingdan.Tests.Unit.Standards;

public sealed class SuccessionTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Theory]
    [InlineData("中华人民共和国传染病防治法（2013年修正）", "传染病防治法")]
    [InlineData("《中华人民共和国统计法》", "统计法")]
    [InlineData("上海市数据条例(2021)", "上海市数据条例")]
    [InlineData("个人所得税法（试行）", "个人所得税法试行")]
    public void Versions_share_a_name(string name, string expected) => Assert.Equal(expected, Succession.BaseName(name));

    [Fact]
    public void The_latest_version_whose_day_has_come_holds_and_the_earlier_are_amended()
    {
        var standings = Succession.Of(
        [
            new(1, "示例法（2013年修正）", new(2004, 12, 1), new(2013, 6, 29), LawState.InEffect), new(2, "中华人民共和国示例法", new(2025, 9, 1), null, LawState.InEffect),
            new(3, "示例法", new(2027, 1, 1), null, LawState.InEffect), new(4, "别的法", new(2000, 1, 1), null, LawState.Repealed),
        ], Today);
        Assert.Equal([new LawStanding(LawState.Amended, false, 2), new(LawState.InEffect, true, 0), new(LawState.InEffect, false, 0), new(LawState.Repealed, false, 0)], new long[] { 1, 2, 3, 4 }.Select(id => standings[id]));
        Assert.True(Succession.Of([new(2, "示例法", new(2025, 9, 1), null, LawState.InEffect), new(3, "示例法", new(2027, 1, 1), null, LawState.InEffect)], new(2027, 1, 1))[3].Holds);
    }

    [Fact]
    public void A_text_that_is_announced_to_end_holds_until_its_day()
    {
        LawVersion[] law = [new(1, "示例法", new(2010, 1, 1), null, LawState.Repealed, Today.AddDays(1))];
        Assert.Equal((LawState.InEffect, true), (Succession.Of(law, Today)[1].State, Succession.Of(law, Today)[1].Holds));
        Assert.Equal((LawState.Repealed, false), (Succession.Of(law, Today.AddDays(1))[1].State, Succession.Of(law, Today.AddDays(1))[1].Holds));
    }

    [Fact]
    public void Amendments_that_keep_the_day_are_told_apart_by_promulgation()
    {
        var standings = Succession.Of([new(1, "示例法", new(2010, 1, 1), new(2009, 6, 27), LawState.InEffect), new(2, "示例法", new(2010, 1, 1), new(2024, 9, 13), LawState.InEffect)], Today);
        Assert.Equal((false, 2L, true), (standings[1].Holds, standings[1].SuccessorId, standings[2].Holds));
    }
}
