using System.Text.RegularExpressions;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Workflow.Clocks;
using Xunit;

namespace Qingdan.Tests.Unit.Language;

public sealed partial class TranslationTests
{
    [Fact]
    public void Every_text_a_person_can_see_has_its_English()
    {
        var english = SourceTexts.English();
        var missing = SourceTexts.All().Where(t => !english.Contains(t.Text)).Select(t => $"{t.Place}: {t.Text}").Distinct().ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Fact]
    public void Every_name_of_a_value_and_of_a_field_has_its_English()
    {
        var english = SourceTexts.English();
        var names = Domains.All.SelectMany(d => d.Entries.Select(e => e.Name).Append(d.Name))
            .Concat(ImportFields.All.Select(f => f.Name))
            .Concat(Terms.Practice.SelectMany(p => (string[])[p.Name, p.Source]))
            .Concat(Domains.ShareProperties.Entries.Where(e => e.Code != nameof(ShareProperty.NotShared)).Select(e => $"{e.Name}（推断）"));
        Assert.Empty(names.Where(n => !english.Contains(n)).Distinct());
    }

    [Theory]
    [InlineData("""new("code", "中文");""", "中文")]
    [InlineData("""x => x switch { A => "中\"文", _ => @"文""中" }; // "注释" """, "中\"文|文\"\"中")]
    [InlineData("""Say($"第 {n} 行", '中', "a");""", "$第 {n} 行")]
    public void A_text_is_found_in_any_place_of_the_code_but_not_in_comments(string code, string expected) =>
        Assert.Equal(expected, string.Join('|', SourceTexts.OfCode(code).Where(t => t != "code" && t != "a")));

    [Fact]
    public void A_text_is_found_in_pages_inside_attributes_and_code() =>
        Assert.Equal(["标题", "甲", "乙"], SourceTexts.OfPage("""@* "注释" *@ <Shell Title="@T["标题"]" Ask="a">@(x ? "甲" : "乙")</Shell>"""));

    [Fact]
    public void No_exception_has_outlived_its_reason() => Assert.Empty(SourceTexts.StaleExceptions());

    [Fact]
    public void The_English_has_the_same_placeholders()
    {
        var wrong = SourceTexts.English().SelectMany(e => e.Select(text => (e.Key, Text: text)))
            .Where(e => !Places(e.Key).SetEquals(Places(e.Text))).Select(e => $"{e.Key} → {e.Text}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void One_text_has_one_English_in_all_modules()
    {
        var wrong = SourceTexts.English().Where(e => e.Distinct().Count() > 1).Select(e => $"{e.Key}: {string.Join(" / ", e)}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();
}
