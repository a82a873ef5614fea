using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Matching;

/// <summary>How often terms stand in the catalogue, counted over a sample of it; exact where the sample is the whole.</summary>
internal sealed class TermStatistics
{
    // Two hundred units: a term in the names of two is a word for units.
    private const int UnitsAWord = 200;

    private readonly Dictionary<string, (int Texts, int Providers)> _counts = [];
    private readonly Dictionary<string, int> _units = [];
    private readonly int _unitsAWord;
    private readonly double _scale;

    /// <param name="rows">Resources in force, of which the sample is a part.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="units">The units then.</param>
    public TermStatistics(int rows, IReadOnlyCollection<PublishedResource> sample, UnitTree units)
    {
        Rows = rows;
        _scale = sample.Count == 0 ? 1 : (double)rows / sample.Count;
        var (name, items, summary) = (new FieldLength(), new FieldLength(), new FieldLength());
        foreach (var resource in sample)
        {
            var text = new MatchText(resource.Name, resource.Summary, [.. resource.Items.Select(i => i.Name)], units.Find(resource.ProviderId)?.Name ?? "");
            name.Add(text.Name.Length);
            items.Add(text.Items.Length);
            summary.Add(text.Summary.Length);
            foreach (var term in text.Name.Concat(text.Items).Concat(text.Summary).Select(t => t.ToString()).Distinct()) Count(term, 1, 0);
            foreach (var term in text.Provider.Select(t => t.ToString()).Distinct()) Count(term, 0, 1);
        }
        (NameLength, ItemsLength, SummaryLength) = (name.Average, items.Average, summary.Average);
        foreach (var term in units.All.SelectMany(u => Bigrams.Terms(Bigrams.Fold(u.Name)).Select(t => t.ToString()).Distinct())) _units[term] = _units.GetValueOrDefault(term) + 1;
        _unitsAWord = Math.Max(2, units.All.Count / UnitsAWord);
    }

    /// <summary>Resources in force.</summary>
    public int Rows { get; }

    /// <summary>Terms of a name, on average.</summary>
    public double NameLength { get; }

    /// <summary>Terms of all items together, of those that have items.</summary>
    public double ItemsLength { get; }

    /// <summary>Terms of a summary, of those that have one.</summary>
    public double SummaryLength { get; }

    /// <summary>True for a term that a resource of the sample has.</summary>
    public bool Knows(string term) => _counts.TryGetValue(term, out var count) && count.Texts > 0;

    /// <summary>Resources that have the term in name, summary or items, about; 0 only when none has.</summary>
    public double Texts(string term) => Knows(term) ? _counts[term].Texts * _scale : _scale > 1 ? _scale / 2 : 0;

    /// <summary>The inverse document frequency of BM25, never below 0. A provider's name counts as a text of its resources: 公安 is no rare word where the police catalogues.</summary>
    public double Rarity(string term)
    {
        var often = Math.Min(Rows, Texts(term) + (_counts.GetValueOrDefault(term).Providers * _scale));
        return Math.Log(1 + ((Rows - often + 0.5) / (often + 0.5)));
    }

    /// <summary>How much a term in a provider's name tells that provider from others.</summary>
    public double ProviderRarity(string term) => Math.Log(1 + (Rows / (1 + (_counts.GetValueOrDefault(term).Providers * _scale))));

    /// <summary>True for a term that names of units are made of.</summary>
    public bool NamesUnits(string term) => _units.GetValueOrDefault(term) >= _unitsAWord;

    private void Count(string term, int texts, int providers)
    {
        var count = _counts.GetValueOrDefault(term);
        _counts[term] = (count.Texts + texts, count.Providers + providers);
    }

    private sealed class FieldLength
    {
        private long _terms, _filled;

        public double Average => _filled == 0 ? 1 : (double)_terms / _filled;

        public void Add(int terms)
        {
            _terms += terms;
            _filled += terms > 0 ? 1 : 0;
        }
    }
}
