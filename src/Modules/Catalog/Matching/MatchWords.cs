namespace Qingdan.Catalog.Matching;

/// <summary>The words by which a resource was found: the longest stretches of the sentence that stand in it.</summary>
internal static class MatchWords
{
    private const int Most = 8;

    // Of a word that weighs less beside the weightiest nobody says that it was found by it.
    private const double Least = 0.15;

    /// <summary>Folded; the weightiest parts of the sentence first.</summary>
    public static IReadOnlyList<string> Of(MatchText text, NeedQuery query)
    {
        var words = new List<(string Text, double Weight)>();
        var (start, end, weight) = (0, 0, 0.0);
        foreach (var term in query.Text)
        {
            var worth = query.Weights[query.Place(term.Span)];
            if (worth == 0 || !text.Has(term.ToString())) continue;
            if (term.Start < end && text.Has(term.Folded[start..(term.Start + term.Length)])) (end, weight) = (term.Start + term.Length, weight + worth);
            else
            {
                Close(term.Folded);
                (start, end, weight) = (term.Start, term.Start + term.Length, worth);
            }
        }
        if (query.Text.Count > 0) Close(query.Text[0].Folded);
        var least = Least * words.Select(w => w.Weight).DefaultIfEmpty().Max();
        return [.. words.Where(w => w.Weight >= least).GroupBy(w => w.Text).OrderByDescending(w => w.Max(x => x.Weight)).ThenBy(w => w.Key, StringComparer.Ordinal).Take(Most).Select(w => w.Key)];

        void Close(string folded)
        {
            if (end > start) words.Add((folded[start..end], weight));
        }
    }
}
