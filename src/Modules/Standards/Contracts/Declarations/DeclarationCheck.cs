using System.Globalization;
using System.Text.RegularExpressions;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.Contracts.Declarations;

/// <summary>Checks a record against a declaration. Pure; all faults at once, each with the element's key as its field.</summary>
public static class DeclarationCheck
{
    /// <summary>The most characters of an element that states no length.</summary>
    public const int MostCharacters = 4000;

    /// <summary>The faults of a record, element → value as text. Keys that nobody declares are left alone.</summary>
    public static IReadOnlyList<Fault> Check(Declaration declaration, IReadOnlyDictionary<string, string?> record) =>
        [.. declaration.Elements.SelectMany(e => Check(declaration, e, record))];

    private static IEnumerable<Fault> Check(Declaration declaration, Element element, IReadOnlyDictionary<string, string?> record)
    {
        var value = record.GetValueOrDefault(element.Key)?.Trim() ?? "";
        if (value.Length == 0)
        {
            if (element.Required) yield return Say(element, "required", "请填写{0}。");
            else if (element.RequiredWhen is { } when && when.Holds(record, declaration.Find(when.Element)))
                yield return Say(element, "required", "{1}如此填写时，{0}必填。", declaration.Find(when.Element)?.Name ?? when.Element);
            yield break;
        }
        if (value.Length > (element.MaxLength ?? MostCharacters)) yield return Say(element, "length", "{0}不超过 {1} 个字。", element.MaxLength ?? MostCharacters);
        if (Shape(element, value) is { } wrong) yield return wrong;
        else if (element.Matches is { } pattern && !Whole(pattern).IsMatch(value)) yield return Say(element, "pattern", "{0}的写法不合要求：{1}", element.Hint.Length > 0 ? element.Hint : pattern);
        if (element.Before is { } later && TypedDay.Read(value) is { } first && TypedDay.Read(record.GetValueOrDefault(later)) is { } last && last < first)
            yield return Say(element, "order", "{0}不能晚于{1}。", declaration.Find(later)?.Name ?? later);
    }

    private static Fault? Shape(Element element, string value) => element.Shape switch
    {
        ElementShape.Number when !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _) => Say(element, "number", "{0}应为数字，读到“{1}”。", value),
        ElementShape.Date when TypedDay.Read(value) is null => Say(element, "date", "{0}应写成 2026-11-26 的样子，读到“{1}”。", value),
        ElementShape.Flag when value is not ("true" or "false" or "是" or "否") => Say(element, "flag", "{0}应填“是”或“否”，读到“{1}”。", value),
        ElementShape.Choice => Parts(element, value).FirstOrDefault(part => !Allowed(element).Any(a => a.Code == part || a.Name == part)) is { } part
            ? Say(element, "choice", "{0}没有“{1}”这个选项。可选：{2}。", part, string.Join("、", Allowed(element).Select(a => a.Name))) : null,
        _ => null,
    };

    /// <summary>The one spelling of a value that is kept: 是 for true, the name for the code of a choice. What fits nothing stays as written.</summary>
    public static string Spelling(Element element, string value) => value.Length == 0 ? value : element.Shape switch
    {
        ElementShape.Flag => value switch { "true" => "是", "false" => "否", _ => value },
        ElementShape.Choice => string.Join('；', Parts(element, value).Select(part => Allowed(element).FirstOrDefault(a => a.Code == part || a.Name == part)?.Name ?? part)),
        _ => value,
    };

    /// <summary>The values a choice allows.</summary>
    public static IReadOnlyList<DomainEntry> Allowed(Element element) =>
        element.Domain is { } domain ? Domains.Find(domain)?.Entries ?? [] : [.. element.Values.Select(v => new DomainEntry(v, v))];

    private static IEnumerable<string> Parts(Element element, string value) => element.Many ? ValueDomain.Split(value) : [value];

    /// <summary>The pattern over the whole value; without backtracking, so that a city's file cannot stall the program.</summary>
    internal static Regex Whole(string pattern) => new($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static Fault Say(Element element, string what, string text, params object[] further) =>
        new($"standards.element.{what}", text, element.Key, FaultKind.Invalid, [element.Name, .. further]);
}
