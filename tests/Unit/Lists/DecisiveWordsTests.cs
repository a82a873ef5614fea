using CsCheck;
using Qingdan.Lists.Negatives;
using Xunit;

namespace Qingdan.Tests.Unit.Lists;

public sealed class DecisiveWordsTests
{
    private static readonly Gen<string> Clauses = Gen.OneOf("任何单位和个人", "不得", "对外提供", "，", "。", "应当依法", "保密", "泄露", "用于统计以外的目的", "资料", "个人信息", "禁止", "查询", "。\n").List[0, 20].Select(string.Concat);

    [Fact]
    public void The_parts_joined_are_the_clause() => Clauses.Sample(clause => Assert.Equal(clause, string.Concat(DecisiveWords.Split(clause).Select(p => p.Text))));

    [Theory]
    [InlineData("能够识别单个对象身份的资料，任何单位和个人不得对外提供。", "任何单位和个人不得对外提供")]
    [InlineData("所得资料不得用于统计以外的目的。", "不得用于统计以外的目的")]
    [InlineData("工作人员应当依法为其保密。", "应当依法为其保密")]
    public void The_words_that_decide_are_marked(string clause, string words) =>
        Assert.Contains(words, DecisiveWords.Split(clause).Where(p => p.Decisive).Select(p => p.Text));

    [Theory]
    [InlineData("任何单位和个人不得对外提供、泄露。", "Express")]
    [InlineData("应当依法为其保密，不得泄露。", "ConfidentialityDuty")]
    [InlineData("加强组织领导。", "Undecided")]
    public void A_ban_on_giving_is_told_from_a_duty_of_confidentiality(string clause, string kind) => Assert.Equal(kind, $"{DecisiveWords.Suggest(clause)}");

    [Fact]
    public void A_clause_about_something_else_has_no_mark() => Assert.All(DecisiveWords.Split("县级以上人民政府应当加强组织领导。"), p => Assert.False(p.Decisive));
}
