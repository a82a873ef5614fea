namespace Qingdan.Standards.Contracts.Declarations;

/// <summary>要素声明: the elements of one kind of record as data. A city that holds the official table loads its own file.</summary>
/// <param name="Name">Stable: <c>resource</c>, <c>item</c>, <c>demand</c>, <c>responsibility</c>, <c>negative</c>.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Note">Where the table comes from, and that it is no text of a standard unless it is.</param>
/// <param name="Elements">The elements in their order.</param>
public sealed record Declaration(string Name, string Title, string Note, IReadOnlyList<Element> Elements)
{
    /// <summary>The element with this key, or null.</summary>
    public Element? Find(string key) => Elements.FirstOrDefault(e => e.Key == key);
}

/// <summary>Shape of an element's value.</summary>
public enum ElementShape
{
    /// <summary>文本.</summary>
    Text,

    /// <summary>数字.</summary>
    Number,

    /// <summary>日期, yyyy-MM-dd.</summary>
    Date,

    /// <summary>选项: of a value domain, or of the element's own list.</summary>
    Choice,

    /// <summary>是否.</summary>
    Flag,

    /// <summary>引用: names another record.</summary>
    Reference,
}

/// <summary>要素: one element. Elements are shown, checked, imported and exported by their declaration and never decide anything.</summary>
/// <param name="Key">Key in the record: camelCase.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="English">English name.</param>
/// <param name="Shape">Shape of the value.</param>
/// <param name="Typed">True when the record has a column of its own for it; the others live in the record's JSON.</param>
/// <param name="MaxLength">Characters of a text.</param>
/// <param name="Domain">Key of a value domain, for a choice.</param>
/// <param name="Values">Own values, for a choice without domain.</param>
/// <param name="Many">True when a choice may hold several values, parted by ；.</param>
/// <param name="Required">必填.</param>
/// <param name="RequiredWhen">条件必填: owed when this holds.</param>
/// <param name="Matches">A pattern the whole value must match.</param>
/// <param name="Before">Key of a date that must not be earlier than this one.</param>
/// <param name="Default">Value of an empty form.</param>
/// <param name="Source">Law and article, or the guide or practice it comes from.</param>
/// <param name="Certainty">How sure we are that it belongs here.</param>
/// <param name="Hint">Shown under the field.</param>
public sealed record Element(
    string Key, string Name, string English, ElementShape Shape, bool Typed, int? MaxLength, string? Domain, IReadOnlyList<string> Values, bool Many,
    bool Required, ElementCondition? RequiredWhen, string? Matches, string? Before, string? Default, string Source, Certainty Certainty, string Hint);

/// <summary>A condition within the record: exactly one of the three. The set is closed; there is no expression language.</summary>
/// <param name="Element">Key of the element asked about.</param>
/// <param name="Is">It has this value.</param>
/// <param name="In">It has one of these values.</param>
/// <param name="Present">It is filled in (true) or empty (false).</param>
public sealed record ElementCondition(string Element, string? Is, IReadOnlyList<string> In, bool? Present)
{
    /// <summary>Whether it holds for a record, whichever spelling of a value either uses.</summary>
    public bool Holds(IReadOnlyDictionary<string, string?> record, Element? asked)
    {
        var value = record.GetValueOrDefault(Element)?.Trim() ?? "";
        if (Present is { } present) return value.Length > 0 == present;
        return Is is not null ? Same(Is) : In.Any(Same);

        bool Same(string wanted) => asked is null ? value == wanted : DeclarationCheck.Spelling(asked, value) == DeclarationCheck.Spelling(asked, wanted);
    }
}
