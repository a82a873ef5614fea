using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Catalog.Resources;

/// <summary>The elements a resource may carry beyond the typed ones, as Standards or the city declares them.</summary>
internal sealed class DeclaredElements(DeclarationBook book)
{
    private readonly Declaration _declaration = book.Find("resource").Value;

    /// <summary>Keys in the record.</summary>
    public IReadOnlySet<string> Keys { get; } = book.Find("resource").Value.Elements.Where(e => !e.Typed).Select(e => e.Key).ToHashSet();

    /// <summary>All declared elements with their text, empty ones too: for forms.</summary>
    public IReadOnlyList<DeclaredText> All(IReadOnlyDictionary<string, string> elements) =>
        [.. _declaration.Elements.Where(e => !e.Typed).Select(e => new DeclaredText(e.Key, e.Name, elements.GetValueOrDefault(e.Key, ""), e))];

    /// <summary>The elements that have a text, in the declaration's order; then such as nobody declares any more.</summary>
    public IReadOnlyList<DeclaredText> Filled(IReadOnlyDictionary<string, string> elements) =>
        [.. All(elements).Where(e => e.Text.Length > 0), .. elements.Where(e => e.Value.Length > 0 && !Keys.Contains(e.Key)).Select(e => new DeclaredText(e.Key, OriginalWording.NameOf(e.Key), e.Value, null))];

    /// <summary>What does not fit its declaration. What is merely missing is no fault of a draft.</summary>
    public IEnumerable<Fault> Faults(ResourceContent content)
    {
        var untyped = _declaration with { Elements = [.. _declaration.Elements.Where(e => !e.Typed)] };
        return DeclarationCheck.Check(untyped, content.Elements.ToDictionary(e => e.Key, e => (string?)e.Value)).Where(f => !f.Code.EndsWith(".required", StringComparison.Ordinal));
    }
}
