using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Search.Saved;

/// <summary>Saved searches for programs: the same use-cases as the pages.</summary>
internal static class SavedApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/catalog/searches").WithTags("catalog").RequireAuthorization(p => p.RequireRole(Roles.Business));
        api.MapGet("", List).Produces<SavedSearchList>().WithSummary("自己保存的检索，各有多少新结果 / one's saved searches with the number of new hits");
        api.MapPost("", Keep).Produces<SavedSearchView>(StatusCodes.Status201Created).WithSummary("保存检索 / keep a search under a name");
        api.MapPost("/{id:long}/look", Look).Produces<SavedSearchView>().WithSummary("看过了：此后的才算新 / looked at: only what comes later is new");
        api.MapDelete("/{id:long}", Drop).Produces(StatusCodes.Status204NoContent).WithSummary("删除保存的检索 / drop a saved search");
    }

    private static async Task<Ok<SavedSearchList>> List(ListSearches list, Actor actor, CancellationToken cancel) => TypedResults.Ok(new SavedSearchList(await list.Run(actor, cancel)));

    private static async Task<IResult> Keep(SavedSearchBody body, KeepSearch keep, ListSearches list, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await keep.Run(body.Name, body.Query, actor, cancel);
        return result.TryGet(out var id) ? TypedResults.Created($"/api/v1/catalog/searches/{id}", await One(id, list, actor, cancel)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Look(long id, LookAtSearch look, ListSearches list, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await look.Run(id, actor, cancel);
        return result.Ok ? TypedResults.Ok(await One(id, list, actor, cancel)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Drop(long id, DropSearch drop, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await drop.Run(id, actor, cancel);
        return result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<SavedSearchView?> One(long id, ListSearches list, Actor actor, CancellationToken cancel) => (await list.Run(actor, cancel)).FirstOrDefault(s => s.Id == id);
}

/// <summary>A search to keep: <c>query</c> as it stands in an address, <c>q=婚姻&amp;share=conditional</c>.</summary>
internal sealed record SavedSearchBody(string Name, string Query);

/// <summary>Saved searches by name.</summary>
internal sealed record SavedSearchList(IReadOnlyList<SavedSearchView> Items);
