using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Search;

/// <summary>What a query means at one moment.</summary>
/// <param name="Moment">The catalogue then.</param>
/// <param name="Filter">Ticked facets, and who is asking.</param>
/// <param name="Hits">Resources with the words; null when none were given.</param>
/// <param name="Units">The units then.</param>
internal sealed record CatalogFound(CatalogMoment Moment, FacetFilter Filter, IReadOnlySet<long>? Hits, UnitTree Units)
{
    /// <summary>A stretch of the ids that fit. <paramref name="sort"/> is changed, name or unit; a minus before it means descending.</summary>
    public IReadOnlyList<long> Ids(string sort, int skip, int take)
    {
        var order = sort.TrimStart('-') switch { "name" => Moment.Order.ByName(), "unit" => Moment.Order.ByUnit(Units), _ => null };
        return order is null ? Moment.Rows.Page(Filter, Hits, skip, take, newestFirst: sort != "changed") : Moment.Rows.Page(Filter, Hits, order, sort.StartsWith('-'), skip, take);
    }
}
