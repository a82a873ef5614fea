namespace Qingdan.Catalog.Matching;

/// <summary>One question to the index: resources with all of these terms.</summary>
/// <param name="Terms">The terms.</param>
/// <param name="Weight">What a hit counts.</param>
/// <param name="Most">Hits read, the newest.</param>
internal sealed record NeedProbe(IReadOnlyList<string> Terms, double Weight, int Most);

/// <summary>
/// Chooses what the index is asked, so that the work is bounded whatever the sentence and the size of the catalogue: the weightiest terms one by one while their hits are few,
/// and of those with many hits only what has several together.
/// </summary>
internal static class NeedProbes
{
    private const int MostProbes = 32;

    /// <summary>Hits of one term, and of all terms together, that are read.</summary>
    private const int MostHits = 4_096, MostTogether = 8_192;

    private const int MostOfCommon = 1_024;

    /// <summary>The questions, the weightiest first.</summary>
    public static IReadOnlyList<NeedProbe> Of(NeedQuery query, TermStatistics statistics)
    {
        var terms = query.Terms.Select((text, i) => (Text: text, Weight: query.Weights[i], Hits: statistics.Texts(text))).Where(t => t.Weight > 0)
            .OrderByDescending(t => t.Weight).ThenBy(t => t.Text, StringComparer.Ordinal).ToList();
        var probes = new List<NeedProbe>();
        var common = new List<(string Text, double Weight, double Hits)>();
        var left = (double)MostTogether;
        foreach (var term in terms)
            if (term.Hits > MostHits || term.Hits > left) common.Add(term);
            else if (probes.Count < MostProbes)
            {
                probes.Add(new NeedProbe([term.Text], term.Weight, MostHits));
                left -= term.Hits;
            }
        for (var together = Math.Min(3, common.Count); together > 0; together--)
            if (together > 1 || probes.Count == 0) probes.Add(new NeedProbe([.. common.Take(together).Select(t => t.Text)], common.Take(together).Sum(t => t.Weight), MostOfCommon));
        return probes;
    }
}
