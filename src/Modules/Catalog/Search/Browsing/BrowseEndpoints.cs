using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Search.Browsing;

/// <summary>The catalogue's own page.</summary>
internal static class BrowseEndpoints
{
    public static void Map(RouteGroupBuilder catalog) => catalog.MapGet("", Browse);

    private static async Task<RazorComponentResult<BrowsePage>> Browse(HttpRequest request, BrowseCatalog browse, Actor actor, CancellationToken cancel)
    {
        var query = CatalogQuery.From(request.Query);
        var writes = actor.Is(Roles.Liaison, Roles.UnitHead);
        return Pages.Ok<BrowsePage>(new
        {
            Query = query, Page = await browse.Page(query, actor, cancel), MayWrite = writes, MayReview = actor.Is(Roles.Authority), MayDemand = writes, OwnUnit = actor.UnitId,
        });
    }
}
