using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Standards.Contracts.Declarations;

/// <summary>What is declared of a kind of record beyond its typed elements: it lives in the record's JSON, is shown, checked and exported, and decides nothing.</summary>
/// <param name="declaration">The declaration in use.</param>
/// <param name="path">What stands before an element's key in forms and faults, so that no typed field has the same name.</param>
public sealed class DeclaredPart(Declaration declaration, string path = "")
{
    /// <summary>The elements without a column of their own, in the declaration's order.</summary>
    public IReadOnlyList<Element> Elements { get; } = [.. declaration.Elements.Where(e => !e.Typed)];

    /// <summary>Their keys.</summary>
    public IReadOnlySet<string> Keys { get; } = declaration.Elements.Where(e => !e.Typed).Select(e => e.Key).ToHashSet();

    /// <summary>What an empty form shows.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; } = declaration.Elements.Where(e => e is { Typed: false, Default: not null }).ToDictionary(e => e.Key, e => e.Default!);

    /// <summary>The name of an element's field in forms and faults.</summary>
    public string Field(Element element) => path + element.Key;

    /// <summary>All elements with their text in the one spelling, empty ones too: for forms and exports.</summary>
    public IReadOnlyList<DeclaredText> All(IReadOnlyDictionary<string, string> texts) =>
        [.. Elements.Select(e => new DeclaredText(e.Key, e.Name, DeclarationCheck.Spelling(e, texts.GetValueOrDefault(e.Key) ?? ""), e))];

    /// <summary>The elements that have a text, in the declaration's order; then such as nobody declares any more.</summary>
    public IReadOnlyList<DeclaredText> Filled(IReadOnlyDictionary<string, string> texts) =>
        [.. All(texts).Where(e => e.Text.Length > 0), .. texts.Where(e => e.Value is { Length: > 0 } && !Keys.Contains(e.Key)).Select(e => new DeclaredText(e.Key, e.Key, e.Value, null))];

    /// <summary>What does not fit the declaration.</summary>
    /// <param name="record">Element → text, the typed ones too: conditions may ask for them.</param>
    /// <param name="owed">False for a draft: what is merely missing may still come.</param>
    public IEnumerable<Fault> Faults(IReadOnlyDictionary<string, string?> record, bool owed) =>
        from fault in DeclarationCheck.Check(declaration, record)
        where Keys.Contains(fault.Field!) && (owed || !fault.Code.EndsWith(".required", StringComparison.Ordinal))
        select fault with { Field = path + fault.Field };

    /// <summary>The same for texts that come from outside, each also looked at for marks of secrecy (政务数据共享条例 3) and for an element that nobody declares.</summary>
    public IEnumerable<Fault> Faults(IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, string?> typed, bool owed)
    {
        foreach (var (key, text) in texts)
        {
            if (!Keys.Contains(key)) yield return new Fault("standards.element.unknown", "没有要素“{0}”。可填的有：{1}。", path + key, FaultKind.Invalid, key, string.Join("、", Keys));
            if (ClassificationMarks.Refusal(text ?? "", path + key) is { } marked) yield return marked;
        }
        var record = texts.ToDictionary(e => e.Key, string? (e) => e.Value);
        foreach (var (key, text) in typed) record[key] = text;
        foreach (var fault in Faults(record, owed)) yield return fault;
    }

    /// <summary>What was written as the record's JSON; what a record holds and nobody declares any more stays.</summary>
    public string Json(IReadOnlyDictionary<string, string> written, string stored = "{}") =>
        Json(new Dictionary<string, string>([.. Texts(stored).Where(e => !Keys.Contains(e.Key)), .. Known(written)]));

    /// <summary>What of the texts is declared and filled, in the one spelling: a stored record may hold what a declaration has since dropped.</summary>
    public Dictionary<string, string> Known(IReadOnlyDictionary<string, string> texts) =>
        new(from e in Elements where texts.GetValueOrDefault(e.Key) is { Length: > 0 } select KeyValuePair.Create(e.Key, DeclarationCheck.Spelling(e, texts[e.Key])));

    /// <summary>What a form says of the elements; what is left empty is left out.</summary>
    public Dictionary<string, string> Read(IFormCollection form) =>
        Elements.Select(e => (e.Key, Text: form[Field(e)].ToString().Trim())).Where(e => e.Text.Length > 0).ToDictionary(e => e.Key, e => e.Text);

    /// <summary>The elements as two people wrote them.</summary>
    public IEnumerable<ConflictRow> Conflicts(IReadOnlyDictionary<string, string> theirs, IReadOnlyDictionary<string, string> mine) =>
        All(theirs).Zip(All(mine), (a, b) => new ConflictRow(Field(a.Element!), a.Name, a.Text, b.Text));

    /// <summary>The texts as the record's JSON.</summary>
    public static string Json(IReadOnlyDictionary<string, string> texts) => JsonSerializer.Serialize(texts, JsonText.Readable);

    /// <summary>The texts in a record's JSON.</summary>
    public static IReadOnlyDictionary<string, string> Texts(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}
