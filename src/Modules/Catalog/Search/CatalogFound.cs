using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Results;
using Qingdan.Platform.Search;
using Qingdan.Platform.Search.Shelves;

namespace Qingdan.Catalog.Search;

/// <summary>What a query means at one moment.</summary>
/// <param name="Moment">The catalogue then.</param>
/// <param name="Filter">Ticked facets, and who is asking.</param>
/// <param name="Hits">Resources with the words; null when none were given.</param>
/// <param name="Words">The words.</param>
/// <param name="Units">The units then.</param>
internal sealed record CatalogFound(ShelfMoment Moment, FacetFilter Filter, IReadOnlySet<long>? Hits, SearchWords Words, UnitTree Units)
{
    /// <summary>What the asker should know about the answer.</summary>
    public IReadOnlyList<Fault> Notes { get; init; } = [];

    /// <summary>A stretch of the ids that fit. <paramref name="sort"/> is changed, name or unit, a minus before it means descending; or relevance.</summary>
    public IReadOnlyList<long> Ids(string sort, int skip, int take) => sort == "relevance" && Hits is not null ? Best(Hits, skip, take)
        : Moment.Ids(Filter, Hits, sort, Moment.Orders.By(sort, Units, Units.ShortName), skip, take);

    // What bears the words in its name comes before what only speaks of them; of equals the newest.
    private List<long> Best(IReadOnlySet<long> hits, int skip, int take)
    {
        var words = Words.Wanted.Select(w => Bigrams.Fold(w.Text)).ToList();
        var worth = Moment.Orders.Worth(hits, name => Worth(Bigrams.Fold(name), words));
        return [.. Moment.Codes.Page(Filter, hits, 0, int.MaxValue).OrderByDescending(id => worth.GetValueOrDefault(id)).Skip(skip).Take(take)];
    }

    private static int Worth(string name, List<string> words)
    {
        var within = words.Count(w => name.Contains(w, StringComparison.Ordinal));
        var whole = words.Exists(w => w == name);
        var first = words.Exists(w => name.StartsWith(w, StringComparison.Ordinal));
        return (within * 4) + (whole ? 2 : 0) + (first ? 1 : 0);
    }
}
