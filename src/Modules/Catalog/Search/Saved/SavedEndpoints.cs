using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Search.Saved;

/// <summary>Pages of saved searches. Looking at one changes what is new, hence it is a POST.</summary>
internal static class SavedEndpoints
{
    public static void Map(RouteGroupBuilder catalog)
    {
        var saved = catalog.MapGroup("/searches");
        saved.MapGet("", List);
        saved.MapPost("", Keep);
        saved.MapPost("/{id:long}/look", Look);
        saved.MapPost("/{id:long}/remove", Drop);
    }

    private static async Task<RazorComponentResult<SavedPage>> List(ListSearches list, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel) =>
        Pages.Ok<SavedPage>(new { Searches = await list.Run(actor, cancel), Units = await organizations.Tree(cancel) });

    private static async Task<IResult> Keep(IFormCollection form, KeepSearch keep, ListSearches list, IOrganizationDirectory organizations, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var (name, query) = (form["name"].ToString(), form["query"].ToString());
        var result = await keep.Run(name, query, actor, cancel);
        if (!result.Ok) return Pages.Refused<SavedPage>(new { Searches = await list.Run(actor, cancel), Units = await organizations.Tree(cancel), Name = name, Query = query }, result.Faults);
        return flash.Back(http, $"/catalog{SavedSearch.Read(query).ToQueryString()}", t["已保存检索“{0}”。有新的结果，“我的待办”里会说。", name.Trim()]);
    }

    private static async Task<IResult> Look(long id, LookAtSearch look, Actor actor, CancellationToken cancel)
    {
        var result = await look.Run(id, actor, cancel);
        return result.TryGet(out var query) ? Results.LocalRedirect($"/catalog{query}") : Pages.Problem(result.Faults);
    }

    private static async Task<IResult> Drop(long id, DropSearch drop, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await drop.Run(id, actor, cancel);
        if (!result.TryGet(out var name)) return Pages.Problem(result.Faults);
        return flash.Back(http, "/catalog/searches", t["已删除保存的检索“{0}”。", name]);
    }
}
