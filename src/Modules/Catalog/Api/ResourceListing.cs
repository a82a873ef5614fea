using System.Globalization;
using Qingdan.Catalog.Search;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Api;

/// <summary>Resources page by page for programs: a page begins behind the last row of the one before, so that nothing is given twice or left out when rows are added.</summary>
internal sealed class ResourceListing(BrowseCatalog browse, CatalogRows rows, IOrganizationDirectory organizations, Translator t)
{
    private const int Most = 500;

    /// <summary>The page behind <paramref name="after"/>; by id, the oldest first.</summary>
    public async Task<Result<ResourceList>> Read(CatalogQuery query, string? after, int limit, bool facets, Actor actor, CancellationToken cancel)
    {
        if (limit is < 1 or > Most) return new Fault("catalog.list.limit", "limit 应为 1 到 {0}。", "limit", FaultKind.Invalid, Most);
        var behind = 0L;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out behind)) return new Fault("catalog.list.after", "after 须是上一页给出的 next。", "after");
        var found = await browse.Whole(query, facets, actor, cancel);
        var ids = found.Ids.Order().ToList();
        var page = ids.Where(id => id > behind).Take(limit).ToList();
        var units = await organizations.Tree(cancel);
        var items = (await rows.Read(page, found.Words, units, cancel)).Select(ResourceSummary.Of).ToList();
        var next = page.Count == limit && page[^1] != ids[^1] ? page[^1].ToString(CultureInfo.InvariantCulture) : null;
        return new ResourceList(items, ids.Count, next) { Facets = SearchFacet.Of(found.Facets), Notes = SearchNote.Of(found.Notes, t) };
    }
}
