using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.LegalBases;
using Xunit;

namespace Qingdan.Tests.Unit.Standards;

public sealed class CitationTests
{
    [Theory]
    [InlineData("《中华人民共和国统计法》第二十五条", "统计法", true)]
    [InlineData("依据《统计法（2024年修正）》第二十五条和《反洗钱法》", "中华人民共和国统计法", true)]
    [InlineData("《统计法实施条例》第五条", "中华人民共和国统计法", false)]
    [InlineData("统计法第二十五条", "中华人民共和国统计法（2009年修订）", true)]
    [InlineData("统计法实施条例第五条", "统计法", false)]
    [InlineData("保密法、统计法", "统计法", true)]
    [InlineData("三定规定", "统计法", false)]
    [InlineData("", "统计法", false)]
    public void A_text_cites_a_law_by_its_name_in_whichever_version(string text, string law, bool cites)
    {
        Assert.Equal(cites, Citation.Cites(text, law));
        if (cites) Assert.Contains(Citation.Part(law), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_has_changed_when_its_successor_took_effect_or_its_text_ended()
    {
        var today = new DateOnly(2026, 11, 23);
        LawVersion[] versions =
        [
            Of(1, "中华人民共和国甲法", 2010), Of(2, "甲法（2025年修订）", 2026), Of(3, "甲法（2027年修订）", 2027),
            Of(4, "乙条例", 2015, LawState.Repealed), Of(5, "丙条例", 2020), Of(6, "丁法", 2000, LawState.Amended),
            Of(7, "戊法", 2000, LawState.Repealed) with { EndedOn = today }, Of(8, "己法", 2000, LawState.Repealed) with { EndedOn = today.AddDays(1) },
            Of(9, "庚法（2026年修订）", 2026) with { Revises = true }, Of(10, "辛法", 2026),
        ];
        Assert.Equal(
            [(2L, LawEvent.Replaced), (4L, LawEvent.Repealed), (6L, LawEvent.Amended), (7L, LawEvent.Repealed), (9L, LawEvent.Replaced)],
            Succession.Changes(versions, today).Select(c => (c.Version.Id, c.Kind)));
        Assert.Contains(8L, Succession.Changes(versions, today.AddDays(1)).Select(c => c.Version.Id));
    }

    [Theory]
    [InlineData("示例法（2026年修订）", "", true)]
    [InlineData("示例法", "2025年12月3日修订", true)]
    [InlineData("示例法", "第二次修正", true)]
    [InlineData("示例法", "2027年9月13日第二次修正", false)]
    [InlineData("示例法（2026）", "国务院令第1号", false)]
    [InlineData("示例修订规则管理办法", "", false)]
    public void A_law_says_of_itself_that_it_revises_an_earlier_text(string name, string number, bool says) => Assert.Equal(says, Succession.SaysRevised(name, number, new DateOnly(2026, 1, 1)));

    [Fact]
    public void Articles_are_read_out_of_a_citation()
    {
        Assert.Equal([28, 3], Citation.Articles("第二十八条第一款、第3条"));
        Assert.Empty(Citation.Articles("总则"));
        Assert.True(Citation.Laws("《甲法（2020年修正）》第一条、《中华人民共和国乙条例》").SetEquals(["甲法", "乙条例"]));
    }

    private static LawVersion Of(long id, string name, int year, LawState state = LawState.InEffect) => new(id, name, new DateOnly(year, 1, 1), null, state);
}
