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
    public void A_law_has_changed_when_its_successor_took_effect_or_it_was_repealed()
    {
        var today = new DateOnly(2026, 11, 23);
        LawVersion[] versions =
        [
            Of(1, "中华人民共和国甲法", 2010), Of(2, "甲法（2025年修订）", 2026), Of(3, "甲法（2027年修订）", 2027),
            Of(4, "乙条例", 2015, LawState.Repealed), Of(5, "丙条例", 2020), Of(6, "丁法", 2000, LawState.Amended),
        ];
        Assert.Equal([(2L, false), (4L, true)], Succession.Changes(versions, today).Select(c => (c.Version.Id, c.Repealed)));
    }

    private static LawVersion Of(long id, string name, int year, LawState state = LawState.InEffect) => new(id, name, new DateOnly(year, 1, 1), null, state);
}
