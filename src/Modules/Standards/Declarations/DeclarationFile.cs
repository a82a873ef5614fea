using System.Text.Json;
using System.Text.RegularExpressions;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Standards.Declarations;

/// <summary>Reads a declaration file and validates it wholly: a declaration, or all its faults.</summary>
internal static partial class DeclarationFile
{
    public const int MostBytes = 1024 * 1024;
    private const int MostElements = 300, MostLength = 100_000;

    public static Result<Declaration> Read(string json)
    {
        DeclarationText? text;
        try
        {
            text = JsonSerializer.Deserialize<DeclarationText>(json, JsonText.Readable);
        }
        catch (JsonException broken)
        {
            return new Fault("standards.declaration.json", "不是可读的声明文件，第 {0} 行附近有误（{1}）。", null, FaultKind.Invalid, broken.LineNumber + 1 ?? 1, broken.Path ?? "");
        }
        if (text is null) return new Fault("standards.declaration.json", "不是可读的声明文件，第 {0} 行附近有误（{1}）。", null, FaultKind.Invalid, 1, "");
        if (text.Elements?.IndexOf(null!) is >= 0 and var empty) return Say("element-empty", $"elements[{empty}]", "第 {0} 个要素是空的。", empty + 1);
        var elements = text.Elements ?? [];
        List<Fault> faults = [.. Head(text), .. elements.SelectMany((e, i) => new ElementRules(elements, e, $"elements[{i}]").Faults())];
        if (faults.Count > 0) return faults;
        return new Declaration(text.Name!, text.Title!, text.Note ?? "", [.. elements.Select(Build)]);
    }

    private static IEnumerable<Fault> Head(DeclarationText text)
    {
        if (text.Name is null || !NameShape().IsMatch(text.Name)) yield return Say("name", "name", "名称应是小写英文和连字符，例如 resource。");
        if (string.IsNullOrWhiteSpace(text.Title)) yield return Say("title", "title", "缺少标题。");
        if (text.Elements is not { Count: > 0 and <= MostElements }) yield return Say("elements", "elements", "要素应有 1 至 {0} 个。", MostElements);
        foreach (var unknown in text.Unknown?.Keys ?? Enumerable.Empty<string>()) yield return Say("unknown", unknown, "不认识的属性“{0}”。", unknown);
    }

    private static Element Build(ElementText e) => new(
        e.Key!, e.Name!, e.English!, Enum.Parse<ElementShape>(e.Shape!, true), e.Typed, e.MaxLength, e.Domain, e.Values ?? [], e.Many, e.Required,
        e.RequiredWhen is { } when ? new ElementCondition(when.Element!, when.Is, when.In ?? [], when.Present) : null,
        e.Matches, e.Before, e.Default, e.Source!, Enum.Parse<Certainty>(e.Certainty!, true), e.Hint ?? "");

    /// <summary>A fault of the file; the field is the place in it.</summary>
    internal static Fault Say(string what, string place, string text, params object[] args) => new($"standards.declaration.{what}", text, place, FaultKind.Invalid, args);

    /// <summary>True for a sensible length.</summary>
    internal static bool Sensible(int? length) => length is null or >= 1 and <= MostLength;

    [GeneratedRegex("^[a-z][a-z0-9-]{0,40}$")]
    private static partial Regex NameShape();
}
