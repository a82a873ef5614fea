using System.Data.Common;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Figures;

/// <summary>Counts the catalogue for the first page.</summary>
internal sealed class CountCatalog(Store store, BrowseCatalog browse, IOrganizationDirectory organizations, ResourceAccess access)
{
    private const string InForce = "'Published', 'Changing', 'ChangeInReview'";

    private const string UnitsSql = $"""
        SELECT provider_id, COUNT(*), SUM(CASE WHEN state IN ({InForce}) THEN 1 ELSE 0 END), SUM(CASE WHEN share_stated THEN 1 ELSE 0 END)
        FROM catalog_resources WHERE state NOT IN ('Staged', 'Removed')
        """;

    public async Task<CatalogPicture> Run(Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = actor.Is(Roles.SeeAll) ? 0 : actor.UnitId;
        var query = own == 0 ? new CatalogQuery() : new CatalogQuery { Facets = new Dictionary<string, IReadOnlyList<string>> { ["unit"] = [$"{own}"] } };
        var page = await browse.Page(query, actor, cancel);
        int Of(params IReadOnlyList<ResourceState> states) => Values(page, "state").Where(v => states.Any(s => $"{s}" == v.Value)).Sum(v => v.Count);
        return new CatalogPicture(
            own == 0 ? "" : actor.UnitName, page.Total, Of([.. ResourceStates.InForce]), Of(ResourceState.InReview, ResourceState.ChangeInReview), Of(ResourceState.Draft, ResourceState.Changing),
            Parts(page, "state", query), Parts(page, "share", query), await Units(own == 0 ? null : await access.Family(actor, cancel), units, cancel),
            [.. page.Rows.Take(8).Select(r => new CatalogChange(r.Name, $"/catalog/{r.Id}", r.Provider, r.State.Name(), r.ChangedAt))]);
    }

    private async Task<List<CatalogOfUnit>> Units(long[]? own, UnitTree units, CancellationToken cancel) => [.. (await store.Query($"{UnitsSql}{(own is null ? "" : $" AND provider_id IN ({string.Join(',', own)})")} GROUP BY provider_id", Counts, cancel))
        .GroupBy(c => units.Living(c.Unit))
        .Select(g => new CatalogOfUnit(units.ShortName(g.Key), $"/catalog?unit={g.Key}", g.Sum(c => c.Total), g.Sum(c => c.InForce), g.Sum(c => c.Stated)))
        .OrderByDescending(u => u.Total).ThenBy(u => u.Name, StringComparer.Ordinal)];

    private static (long Unit, int Total, int InForce, int Stated) Counts(DbDataReader r) => (r.GetInt64(0), (int)r.GetInt64(1), (int)r.GetInt64(2), (int)r.GetInt64(3));

    private static List<CatalogShareOf> Parts(CatalogPage page, string facet, CatalogQuery query) => [.. Values(page, facet).Select(v =>
        new CatalogShareOf(v.Value, v.Text, v.Count, $"/catalog{(query with { Facets = new Dictionary<string, IReadOnlyList<string>>(query.Facets) { [facet] = [v.Value] } }).ToQueryString()}"))];

    private static IReadOnlyList<FacetValue> Values(CatalogPage page, string facet) => page.Facets.Single(f => f.Key == facet).Values;
}
