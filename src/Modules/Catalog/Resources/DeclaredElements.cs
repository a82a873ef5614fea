using Qingdan.Catalog.Versions;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Catalog.Resources;

/// <summary>What Standards or the city declares of a resource and its items: the elements beyond the typed ones, and how long each text may be.</summary>
internal sealed class DeclaredElements(DeclarationBook book)
{
    // The longest text of a choice: a value that came with an import and is in no list.
    private const int ChoiceLength = 200;

    private readonly Declaration _resource = book.Find("resource").Value, _item = book.Find("item").Value;

    private readonly DeclaredPart _part = new(book.Find("resource").Value);

    /// <summary>What is declared of an item beyond its typed elements.</summary>
    public DeclaredPart Item { get; } = new(book.Find("item").Value);

    /// <summary>The elements that live in the record's JSON, in the declaration's order.</summary>
    public IReadOnlyList<Element> Untyped => _part.Elements;

    /// <summary>Their keys.</summary>
    public IReadOnlySet<string> Keys => _part.Keys;

    /// <summary>What an empty form shows of them.</summary>
    public IReadOnlyDictionary<string, string> Defaults => _part.Defaults;

    /// <summary>All declared elements with their text, empty ones too: for forms.</summary>
    public IReadOnlyList<DeclaredText> All(IReadOnlyDictionary<string, string> elements) => _part.All(elements);

    /// <summary>The elements that have a text, in the declaration's order; then such as nobody declares any more.</summary>
    public IReadOnlyList<DeclaredText> Filled(IReadOnlyDictionary<string, string> elements) =>
        [.. _part.Filled(elements).Select(e => e.Element is null ? e with { Name = OriginalWording.NameOf(e.Key) } : e)];

    /// <summary>How a person reads the key of an element; what is no key comes back as it is.</summary>
    public string NameOf(string key, bool english = false) => Untyped.Concat(Item.Elements).FirstOrDefault(e => e.Key == key) is { } element ? english ? element.English : element.Name : OriginalWording.NameOf(key);

    /// <summary>Name and longest text of an element of a resource, typed or not.</summary>
    public (string Name, int Most) Text(string key) => Text(_resource, key);

    /// <summary>Name and longest text of an element of an item.</summary>
    public (string Name, int Most) ItemText(string key) => Text(_item, key);

    /// <summary>What of the elements does not fit its declaration: of what is merely missing, only at submission.</summary>
    public IEnumerable<Fault> Faults(ResourceContent content, bool owed) => _part.Faults(Record(content), owed);

    // Conditions may ask for typed elements too.
    private static Dictionary<string, string?> Record(ResourceContent c) => new(c.Elements.ToDictionary(e => e.Key, string? (e) => e.Value))
    {
        ["name"] = c.Name, ["summary"] = c.Summary, ["theme"] = c.Theme, ["systemName"] = c.SystemName, ["duty"] = c.Duty, ["formats"] = c.Formats, ["frequency"] = $"{c.Frequency}",
        ["share"] = c.ShareStated ? $"{c.Share}" : "", ["shareCondition"] = c.ShareCondition, ["shareReason"] = c.ShareReason, ["shareWays"] = c.ShareWays, ["openType"] = $"{c.OpenType}",
        ["dataLevel"] = c.DataLevel, ["dataUpdatedOn"] = $"{c.DataUpdatedOn:yyyy-MM-dd}",
    };

    private static (string, int) Text(Declaration declaration, string key) => declaration.Find(key) is not { } element ? (key, DeclarationCheck.MostCharacters)
        : (element.Name, element.MaxLength ?? (element.Shape == ElementShape.Choice ? ChoiceLength : DeclarationCheck.MostCharacters));
}
