using System.Globalization;
using System.Text.RegularExpressions;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Records.Contracts.Reports;

/// <summary>A cell as it was understood.</summary>
/// <param name="Value">In the one spelling; what is not understood stays as written.</param>
/// <param name="Wrong">Why it cannot be taken; null when it can.</param>
/// <param name="Spelled">True when it was written in another way.</param>
public readonly record struct CellReading(string Value, CellWord? Wrong = null, bool Spelled = false);

/// <summary>Understands what people write into a workbook: full-width figures, 2026.3, 每天 for 每日. What is lost is never guessed.</summary>
public static partial class ReadCell
{
    /// <summary>One cell of a column.</summary>
    public static CellReading Of(Element element, string? text)
    {
        if (text is null || (text.Length <= 4 && ValueDomain.Blank(TextFold.Of(text)))) return new("");
        if (Scientific().IsMatch(text)) return new(text, Lost(element));
        return element.Shape switch
        {
            ElementShape.Date => Day(element, text),
            ElementShape.Number => Number(element, text),
            ElementShape.Flag => Flag(element, text),
            ElementShape.Choice => Choice(element, text),
            _ => new(Text(element, text)),
        };
    }

    /// <summary>The digits of a number that Excel cut off.</summary>
    public static CellWord Lost(Element element) => Say(element, "Excel 已把“{0}”截断，原来的数字无法还原。请把单元格设为文本格式，从原始资料重新填写。", element.Name);

    // Short fields stand in one line.
    private static string Text(Element element, string text) => element.MaxLength is <= 200 ? Blanks().Replace(text, " ") : text;

    private static CellReading Day(Element element, string text)
    {
        var folded = TextFold.Of(text).Replace(" ", "", StringComparison.Ordinal);
        // Excel turns 2026.10 into 2026.1: nobody can say any more which month was meant.
        if (Cut().IsMatch(folded)) return new(text, Say(element, "{0}“{1}”可能是 1 月，也可能是 10 月被 Excel 去掉了末尾的 0。请写成 2026-10-01 的样子。", element.Name, text));
        if (TypedDay.Read(folded) is { Year: < DayText.FirstYear or > DayText.LastYear } far) return new(text, CellWord.Of(element.Key, TypedDay.Refusal(far, element.Key, element.Name)!, true));
        if (DayText.Read(folded) is not { } day) return new(text, Say(element, "{0}应写成 2026-11-26 的样子，读到“{1}”。", element.Name, text));
        return new(day, Spelled: day != text);
    }

    private static CellReading Number(Element element, string text)
    {
        var folded = TextFold.Of(text).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return decimal.TryParse(folded, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new(number.ToString(CultureInfo.InvariantCulture), Spelled: folded != text)
            : new(text, Say(element, "{0}应为数字，读到“{1}”。", element.Name, text));
    }

    private static CellReading Flag(Element element, string text)
    {
        var folded = TextFold.Of(text);
        if (ValueDomain.Yes(folded) || folded is "√" or "✓" or "1" or "有") return new("是", Spelled: text != "是");
        if (ValueDomain.No(folded) || folded is "×" or "x" or "0" or "无") return new("否", Spelled: text != "否");
        return new(text, Say(element, "{0}应填“是”或“否”，读到“{1}”。", element.Name, text));
    }

    private static CellReading Choice(Element element, string text)
    {
        var parts = element.Many ? ValueDomain.Split(text) : [text];
        var read = new List<string>();
        foreach (var part in parts)
        {
            var (name, likely) = One(element, part);
            if (name is null) return new(text, Unknown(element, part));
            if (likely) return new(text, Say(element, "“{1}”不是约定的{0}；是不是“{2}”？请改成选项里的写法。", element.Name, part, name));
            if (!read.Contains(name)) read.Add(name);
        }
        var value = string.Join('；', read);
        return new(value, Spelled: value != text);
    }

    private static (string? Name, bool Likely) One(Element element, string part)
    {
        if (element.Domain is { } domain && Domains.Find(domain) is { } known)
        {
            var (entry, kind) = known.ReadText(part);
            return (entry?.Name, kind == ReadingKind.Likely);
        }
        var folded = TextFold.Of(part);
        return (element.Values.FirstOrDefault(v => TextFold.Of(v) == folded), false);
    }

    private static CellWord Unknown(Element element, string part) =>
        Say(element, "{0}没有“{1}”这个选项。可选：{2}。", element.Name, part, string.Join("、", DeclarationCheck.Allowed(element).Select(a => a.Name)));

    private static CellWord Say(Element element, string text, params string[] args) => new(element.Key, null, true, text, args);

    [GeneratedRegex(@"^\d(\.\d+)?[Ee]\+\d{2,}$")]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^\d{4}\.1$")]
    private static partial Regex Cut();

    [GeneratedRegex(@"\s*[\r\n]\s*")]
    private static partial Regex Blanks();
}
