using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Matching;

/// <summary>The terms of a resource by field.</summary>
internal sealed class MatchText(string name, string summary, IReadOnlyList<string> items, string provider)
{
    private readonly string _name = Bigrams.Fold(name), _summary = summary == name ? "" : Bigrams.Fold(summary);

    // Between items stands what separates.
    private readonly string _items = Bigrams.Fold(string.Join('\n', items));

    private SearchTerm[]? _nameTerms, _summaryTerms, _itemTerms, _providerTerms;

    public SearchTerm[] Name => _nameTerms ??= [.. Bigrams.Terms(_name)];

    /// <summary>Empty where the summary only repeats the name.</summary>
    public SearchTerm[] Summary => _summaryTerms ??= [.. Bigrams.Terms(_summary)];

    public SearchTerm[] Items => _itemTerms ??= [.. Bigrams.Terms(_items)];

    public SearchTerm[] Provider => _providerTerms ??= [.. Bigrams.Terms(Bigrams.Fold(provider))];

    /// <summary>True when the folded word stands in name, summary or an item.</summary>
    public bool Has(string word) => _name.Contains(word, StringComparison.Ordinal) || _items.Contains(word, StringComparison.Ordinal) || _summary.Contains(word, StringComparison.Ordinal);
}
