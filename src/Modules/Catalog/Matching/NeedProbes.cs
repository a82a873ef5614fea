using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Matching;

/// <summary>One question to the index.</summary>
/// <param name="Terms">The terms.</param>
/// <param name="Any">True for resources with any of them, false for those with all.</param>
/// <param name="Weight">What a hit counts.</param>
/// <param name="Most">Hits read, the newest.</param>
internal sealed record NeedProbe(IReadOnlyList<string> Terms, bool Any, double Weight, int Most)
{
    /// <summary>The question for both engines.</summary>
    public SearchQuery Query => Any ? SearchQuery.Any(Terms) : SearchQuery.All(Terms);
}

/// <summary>
/// Chooses what the index is asked, so that the work is bounded whatever the sentence and the size of the catalogue: the weightiest terms one by one while their hits are few,
/// those that the sample does not know all at once, and of those with many hits only what has several together.
/// </summary>
internal static class NeedProbes
{
    // Hits of one term, and of all terms together, that are read.
    private const int MostHits = 4_096, MostTogether = 8_192;

    private const int MostKnown = 32, MostUnknown = 100, MostOfCommon = 1_024, Together = 3;

    /// <summary>The questions.</summary>
    public static IReadOnlyList<NeedProbe> Of(NeedQuery query, TermStatistics statistics)
    {
        // Of terms that weigh the same the first of the sentence: the order is stable.
        var terms = query.Terms.Select((text, i) => (Text: text, Weight: query.Weights[i], Hits: statistics.Texts(text))).Where(t => t.Weight > 0).OrderByDescending(t => t.Weight).ToList();
        var unknown = terms.Where(t => !statistics.Knows(t.Text)).Take(MostUnknown).ToList();
        var probes = new List<NeedProbe>();
        if (unknown.Count > 0) probes.Add(new NeedProbe([.. unknown.Select(t => t.Text)], true, unknown[0].Weight, MostHits));
        var left = MostTogether - Math.Min(MostHits, unknown.Sum(t => t.Hits));
        var common = new List<(string Text, double Weight, double Hits)>();
        foreach (var term in terms.Where(t => statistics.Knows(t.Text)).Take(MostKnown))
            if (term.Hits > MostHits || term.Hits > left) common.Add(term);
            else
            {
                probes.Add(new NeedProbe([term.Text], false, term.Weight, MostHits));
                left -= term.Hits;
            }
        for (var together = Math.Min(Together, common.Count); together > 0; together--)
            if (together > 1 || probes.Count == 0) probes.Add(new NeedProbe([.. common.Take(together).Select(t => t.Text)], false, common.Take(together).Sum(t => t.Weight), MostOfCommon));
        return probes;
    }
}
