using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Matching;

/// <summary>The terms of a resource by field.</summary>
internal sealed class MatchText(string name, string summary, IReadOnlyList<string> items, string provider)
{
    private readonly string _name = Bigrams.Fold(name), _summary = summary == name ? "" : Bigrams.Fold(summary);

    // Between items stands what separates.
    private readonly string _items = Bigrams.Fold(string.Join('\n', items));

    private SearchTerm[]? _nameTerms, _summaryTerms, _itemTerms, _providerTerms;

    /// <summary>The name as it is compared.</summary>
    public string FoldedName => _name;

    public SearchTerm[] Name => _nameTerms ??= [.. Bigrams.Terms(_name)];

    /// <summary>Empty where the summary only repeats the name.</summary>
    public SearchTerm[] Summary => _summaryTerms ??= [.. Bigrams.Terms(_summary)];

    public SearchTerm[] Items => _itemTerms ??= [.. Bigrams.Terms(_items)];

    public SearchTerm[] Provider => _providerTerms ??= [.. Bigrams.Terms(Bigrams.Fold(provider))];

    /// <summary>Name, items and summary as they are compared.</summary>
    public IReadOnlyList<string> Fields => [_name, _items, _summary];
}
