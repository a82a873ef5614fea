using System.Text.RegularExpressions;
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
