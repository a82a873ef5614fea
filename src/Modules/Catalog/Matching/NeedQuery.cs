using System.Text.RegularExpressions;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Matching;

/// <summary>
/// What a sentence asks for: its terms, each with its weight. Rare in the catalogue weighs much; what every need says, the names of units and what it is all for weigh little.
/// </summary>
internal sealed class NeedQuery
{
    // Below it a term decides nothing.
    private const double Least = 0.3;

    private const double OfPurpose = 0.2, OfUnits = 0.2;

    private readonly Dictionary<string, int> _places = [];
    private readonly List<string> _terms = [];
    private readonly List<double> _weights = [];

    private NeedQuery(IReadOnlyList<SearchTerm> text) => Text = text;

    /// <summary>The sentence's terms in their order.</summary>
    public IReadOnlyList<SearchTerm> Text { get; }

    /// <summary>Each term once.</summary>
    public IReadOnlyList<string> Terms => _terms;

    /// <summary>The weight of a term by its place in <see cref="Terms"/>; 0 for one that decides nothing.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>The place of a term in <see cref="Terms"/>; -1 when the sentence does not have it.</summary>
    public int Place(ReadOnlySpan<char> term) => _places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out var place) ? place : -1;

    /// <summary>Reads a folded sentence.</summary>
    public static NeedQuery Of(string folded, TermStatistics statistics)
    {
        var query = new NeedQuery([.. Bigrams.Terms(folded)]);
        var purpose = NeedSpellings.Purpose().Match(folded) is { Success: true } found ? found.Index : folded.Length;
        var units = UnitsIn(folded);
        foreach (var term in query.Text)
        {
            var text = term.ToString();
            var weight = NeedWords.Weight(text) * (term.Start >= purpose ? OfPurpose : 1) * (units[term.Start] && statistics.NamesUnits(text) ? OfUnits : 1);
            if (statistics.Texts(text) > 0) weight *= statistics.Rarity(text); else weight = 0;
            query.Add(text, weight < Least ? 0 : weight);
        }
        return query;
    }

    private void Add(string term, double weight)
    {
        if (_places.TryGetValue(term, out var place)) _weights[place] = Math.Max(_weights[place], weight);
        else
        {
            _places[term] = _terms.Count;
            _terms.Add(term);
            _weights.Add(weight);
        }
    }

    // 公安、税务等部门应当提供…: what stands before such a word within a clause tells who, not what.
    private static bool[] UnitsIn(string folded)
    {
        var units = new bool[folded.Length];
        foreach (Match clause in NeedSpellings.Units().Matches(folded)) units.AsSpan(clause.Index, clause.Length).Fill(true);
        return units;
    }
}
