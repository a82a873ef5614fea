using System.Text.RegularExpressions;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;
using static Qingdan.Standards.Declarations.DeclarationFile;

namespace Qingdan.Standards.Declarations;

/// <summary>What an element of a declaration file must satisfy.</summary>
internal sealed partial class ElementRules(IReadOnlyList<ElementText> all, ElementText element, string place)
{
    public IEnumerable<Fault> Faults() => [.. Names(), .. Shape(), .. Choice(), .. Patterns(), .. Condition(), .. Unknown()];

    private IEnumerable<Fault> Names()
    {
        if (element.Key is null || !KeyShape().IsMatch(element.Key)) yield return Say("key", $"{place}.key", "键应以小写字母开头，只含字母和数字，不超过 60 个字符。");
        else if (all.Count(e => e.Key == element.Key) > 1) yield return Say("key-twice", $"{place}.key", "键“{0}”出现了两次。", element.Key);
        if (string.IsNullOrWhiteSpace(element.Name)) yield return Say("name-missing", $"{place}.name", "缺少中文名。");
        if (string.IsNullOrWhiteSpace(element.English)) yield return Say("english-missing", $"{place}.english", "缺少英文名。");
        if (string.IsNullOrWhiteSpace(element.Source)) yield return Say("source-missing", $"{place}.source", "缺少出处。");
        if (!Known<Certainty>(element.Certainty)) yield return Say("certainty", $"{place}.certainty", "可信程度只能是 {0}。", Names<Certainty>());
    }

    private IEnumerable<Fault> Shape()
    {
        if (!Known<ElementShape>(element.Shape)) yield return Say("shape", $"{place}.shape", "形式只能是 {0}。", Names<ElementShape>());
        if (!Sensible(element.MaxLength)) yield return Say("length", $"{place}.maxLength", "长度应在 1 至 100,000 之间。");
    }

    private IEnumerable<Fault> Choice()
    {
        var choice = Is(element, ElementShape.Choice);
        if (choice && element.Domain is null == element.Values is not { Count: > 0 }) yield return Say("choice", $"{place}.domain", "选项要素须写明值域或者自己的选项，二者取一。");
        if (!choice && (element.Domain is not null || element.Values is not null)) yield return Say("not-choice", $"{place}.domain", "只有选项要素可以有值域或选项。");
        if (element.Domain is { } domain && Domains.Find(domain) is null) yield return Say("domain", $"{place}.domain", "没有值域“{0}”。可用的有：{1}。", domain, string.Join("、", Domains.All.Select(d => d.Key)));
        if (element.Default is { } given && choice && !Allowed().Contains(given)) yield return Say("default", $"{place}.default", "默认值“{0}”不在选项里。", given);
    }

    private IEnumerable<Fault> Patterns()
    {
        if (element.Matches is { } pattern && !Compiles(pattern)) yield return Say("pattern", $"{place}.matches", "这个式样不能用：{0}", pattern);
        if (element.Before is not { } later) yield break;
        if (!Is(element, ElementShape.Date) || Find(later) is not { } other || !Is(other, ElementShape.Date))
            yield return Say("before", $"{place}.before", "先后只能在两个日期要素之间规定。");
    }

    private IEnumerable<Fault> Condition()
    {
        if (element.RequiredWhen is not { } when) yield break;
        if (element.Required) yield return Say("required-twice", $"{place}.requiredWhen", "已是必填，不能再写条件必填。");
        if (when.Element is null || Find(when.Element) is null || when.Element == element.Key) yield return Say("condition-element", $"{place}.requiredWhen.element", "条件所指的要素不存在，或者就是它自己。");
        if (new[] { when.Is is not null, when.In is { Count: > 0 }, when.Present is not null }.Count(x => x) != 1) yield return Say("condition", $"{place}.requiredWhen", "条件须是 is、in、present 中的一个。");
        foreach (var unknown in when.Unknown?.Keys ?? Enumerable.Empty<string>()) yield return Say("unknown", $"{place}.requiredWhen.{unknown}", "不认识的属性“{0}”。", unknown);
    }

    private IEnumerable<Fault> Unknown() => (element.Unknown?.Keys ?? Enumerable.Empty<string>()).Select(u => Say("unknown", $"{place}.{u}", "不认识的属性“{0}”。", u));

    private IEnumerable<string> Allowed() => element.Domain is { } domain ? Domains.Find(domain)?.Entries.SelectMany(e => new[] { e.Code, e.Name }) ?? [] : element.Values ?? [];

    private ElementText? Find(string key) => all.FirstOrDefault(e => e.Key == key);

    private static bool Is(ElementText element, ElementShape shape) => string.Equals(element.Shape, shape.ToString(), StringComparison.OrdinalIgnoreCase);

    private static bool Known<T>(string? text) where T : struct, Enum => Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string Names<T>() where T : struct, Enum => string.Join("、", Enum.GetNames<T>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]));

    private static bool Compiles(string pattern)
    {
        try
        {
            DeclarationCheck.Whole(pattern);
            return true;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return false; // not a pattern, or one that needs backtracking
        }
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,59}$")]
    private static partial Regex KeyShape();
}
