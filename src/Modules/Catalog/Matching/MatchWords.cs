namespace Qingdan.Catalog.Matching;

/// <summary>The words by which a resource was found: the longest stretches of the sentence that stand in its name, its items or its summary.</summary>
internal static class MatchWords
{
    private const int Most = 12;

    // Of a word that weighs less beside the weightiest nobody says that it was found by it.
    private const double Least = 0.15;

    // Belongs to no word it stands beside.
    private const char Particle = '的';

    /// <summary>Folded; the weightiest first.</summary>
    public static IReadOnlyList<string> Of(MatchText text, NeedQuery query)
    {
        // By field: what stands whole in the summary may stand in part in the name, and is to be marked there too.
        var words = text.Fields.SelectMany(field => Stretches(field, query)).GroupBy(w => w.Text).Select(g => (Text: g.Key, Weight: g.Max(w => w.Weight))).ToList();
        var least = Least * words.Select(w => w.Weight).DefaultIfEmpty().Max();
        return [.. words.Where(w => w.Weight >= least).OrderByDescending(w => w.Weight).ThenBy(w => w.Text, StringComparer.Ordinal).Take(Most).Select(w => w.Text)];
    }

    private static IEnumerable<(string Text, double Weight)> Stretches(string field, NeedQuery query)
    {
        if (field.Length == 0) yield break;
        var (start, end, weight) = (0, 0, 0.0);
        foreach (var term in query.Text)
        {
            if (!field.Contains(term.Span, StringComparison.Ordinal)) continue;
            var (worth, behind) = (query.Weights[query.Place(term.Span)], term.Start + term.Length);
            if (term.Start < end && field.Contains(term.Folded.AsSpan(start, behind - start), StringComparison.Ordinal)) (end, weight) = (behind, weight + worth);
            else
            {
                if (weight > 0) yield return (term.Folded[start..end].Trim(Particle), weight);
                (start, end, weight) = (term.Start, behind, worth);
            }
        }
        if (weight > 0) yield return (query.Text[0].Folded[start..end].Trim(Particle), weight);
    }
}
