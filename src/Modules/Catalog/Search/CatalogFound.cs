using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Search;
using Qingdan.Platform.Search.Shelves;

namespace Qingdan.Catalog.Search;

/// <summary>What a query means at one moment.</summary>
/// <param name="Moment">The catalogue then.</param>
/// <param name="Filter">Ticked facets, and who is asking.</param>
/// <param name="Hits">Resources with the words; null when none were given.</param>
/// <param name="Units">The units then.</param>
internal sealed record CatalogFound(ShelfMoment Moment, FacetFilter Filter, IReadOnlySet<long>? Hits, UnitTree Units)
{
    /// <summary>A stretch of the ids that fit. <paramref name="sort"/> is changed, name or unit; a minus before it means descending.</summary>
    public IReadOnlyList<long> Ids(string sort, int skip, int take) => Moment.Ids(Filter, Hits, sort, Moment.Orders.By(sort, Units, Units.ShortName), skip, take);
}
