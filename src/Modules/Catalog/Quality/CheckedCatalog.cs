using System.Globalization;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Catalog.Quality;

/// <summary>How many resources each unit has in force, from memory.</summary>
internal sealed class CheckedCatalog(Store store, CatalogShelf shelf) : ICheckedThings
{
    public string Source => QualityRules.Source;

    public async Task<IReadOnlyDictionary<long, long>> Count(CancellationToken cancel)
    {
        var moment = await shelf.Now(store, cancel);
        var (unit, state) = (moment.Values[CatalogQuery.FacetKeys.IndexOf("unit")], CatalogQuery.FacetKeys.IndexOf("state"));
        var inForce = ResourceStates.InForce.Select(s => moment.Code(state, s.ToString())).Where(code => code >= 0).ToList();
        var counts = moment.Codes.CountBy(new FacetFilter { [state] = inForce }).ByColumn[CatalogQuery.FacetKeys.IndexOf("unit")];
        return counts.Index().Where(c => c.Item > 0).ToDictionary(c => long.Parse(unit[c.Index], CultureInfo.InvariantCulture), c => (long)c.Item);
    }
}
