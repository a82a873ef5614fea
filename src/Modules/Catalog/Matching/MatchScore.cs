using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Matching;

/// <summary>
/// BM25F (Robertson, Zaragoza and Taylor 2004): a term's occurrences are weighted by field and length of field, then saturate together. Times how much of the name is asked for,
/// somewhat more when the sentence names the provider, less when the resource is a document about the matter instead of its data.
/// </summary>
internal static class MatchScore
{
    private const double Saturation = 1.2, ByLength = 0.5;
    private const double OfName = 2, OfItems = 1.5, OfSummary = 1;
    private const double OfCover = 0.5, OfProvider = 0.15, ProviderNamed = 8, OfDocument = 0.4;

    /// <summary>The score; 0 for a resource that has nothing of the sentence.</summary>
    public static double Of(MatchText text, NeedQuery query, TermStatistics statistics)
    {
        var often = new double[query.Terms.Count];
        Add(often, text.Name, OfName, statistics.NameLength, query);
        Add(often, text.Items, OfItems, statistics.ItemsLength, query);
        Add(often, text.Summary, OfSummary, statistics.SummaryLength, query);
        var score = 0.0;
        for (var i = 0; i < often.Length; i++)
            if (often[i] > 0) score += query.Weights[i] * often[i] * (Saturation + 1) / (often[i] + Saturation);
        if (NeedSpellings.Document().IsMatch(text.FoldedName)) score *= OfDocument;
        return score * (1 - OfCover + (OfCover * Cover(text, query, statistics))) * (1 + (OfProvider * Named(text, query, statistics)));
    }

    private static void Add(double[] often, SearchTerm[] field, double weight, double average, NeedQuery query)
    {
        var each = weight / (1 - ByLength + (ByLength * field.Length / average));
        foreach (var term in field)
            if (query.Place(term.Span) is var place and >= 0) often[place] += each;
    }

    // How much of what the name says is asked for.
    private static double Cover(MatchText text, NeedQuery query, TermStatistics statistics)
    {
        var (asked, all) = (0.0, 0.0);
        foreach (var term in text.Name.Select(t => t.ToString()).Distinct())
        {
            all += statistics.Rarity(term);
            if (query.Place(term) is var place and >= 0) asked += query.Weights[place];
        }
        return all > 0 ? Math.Min(1, asked / all) : 0;
    }

    private static double Named(MatchText text, NeedQuery query, TermStatistics statistics) =>
        Math.Min(1, text.Provider.Select(t => t.ToString()).Distinct().Where(t => query.Place(t) >= 0).Sum(statistics.ProviderRarity) / ProviderNamed);
}
