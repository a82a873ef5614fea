using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Grants.Viewing;

/// <summary>Grants for programs.</summary>
internal static class GrantApi
{
    private const int Most = 200;

    public static void MapGrantApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/exchange/grants").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("grants");
        read.MapGet("", List).WithSummary("共享授权，新的在前，按 before 翻页 / grants, newest first, by keyset");
        read.MapGet("/{id:long}", Get).Produces<GrantView>().WithSummary("一项授权：数据项、依据、经过 / one grant with items, ground and course");
        routes.MapGroup("/api/v1/exchange/grants/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead)).WithTags("grants")
            .MapPost("/application", (long id, GrantApplication order, BindApplication act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => ExchangeApi.Done(t, act.Run(id, http.SeenEdit(), order.ApplicationId, actor, cancel)))
            .NeedsIfMatch(ExchangeApi.NoMatch).Produces(StatusCodes.Status204NoContent).WithSummary("指定调用应用，须带 If-Match / name the application that calls, with If-Match");
        routes.MapGroup("/api/v1/exchange/grants/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead)).WithTags("grants")
            .MapPost("/uses", Share)
            .Produces(StatusCodes.Status201Created).WithSummary("本区单位按区域授权使用 / a unit of the district uses what was granted to the whole of it");
        var runs = routes.MapGroup("/api/v1/exchange/grants/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.DataCentre)).WithTags("grants");
        runs.MapPost("/suspend", (long id, ExchangeReason order, SuspendGrant act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => ExchangeApi.Done(t, act.Run(id, http.SeenEdit(), order.Reason, actor, cancel)))
            .NeedsIfMatch(ExchangeApi.NoMatch).Produces(StatusCodes.Status204NoContent).WithSummary("暂停授权，须带 If-Match / suspend a grant, with If-Match");
        runs.MapPost("/resume", (long id, ExchangeReason order, SuspendGrant act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => ExchangeApi.Done(t, act.Resume(id, http.SeenEdit(), order.Reason, actor, cancel)))
            .NeedsIfMatch(ExchangeApi.NoMatch).Produces(StatusCodes.Status204NoContent).WithSummary("恢复授权，须带 If-Match / let a grant go on, with If-Match");
        runs.MapPut("/limits", (long id, GrantLimitOrder order, LimitGrant act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => ExchangeApi.Done(t, act.Run(id, http.SeenEdit(), order.Quota, order.Rate, order.Reason, actor, cancel)))
            .NeedsIfMatch(ExchangeApi.NoMatch).Produces(StatusCodes.Status204NoContent).WithSummary("调整调用额度，须带 If-Match / set the limits, with If-Match");
    }

    private static async Task<Ok<GrantsAnswer>> List(FindGrants find, Actor actor, CancellationToken cancel, string? tab = null, long application = 0, long resource = 0, long unit = 0, long before = 0, int limit = 50)
    {
        var page = await find.Page(new GrantFilter(tab, application, resource, unit), Math.Max(before, 0), Math.Clamp(limit, 1, Most), actor, cancel);
        return TypedResults.Ok(new GrantsAnswer(page.Rows, page.Next));
    }

    private static async Task<IResult> Share(long id, GrantApplication order, UseRegionally act, Translator t, Actor actor, CancellationToken cancel)
    {
        var made = await act.Run(id, order.ApplicationId, actor, cancel);
        return made.TryGet(out var own) ? TypedResults.Created($"/api/v1/exchange/grants/{own}") : ProblemAnswers.From(made.Faults, t);
    }

    private static async Task<IResult> Get(long id, FindGrants find, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await find.One(id, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Tag(view.Edit);
        return TypedResults.Ok(view);
    }
}

/// <summary>Which application calls.</summary>
internal sealed record GrantApplication(long ApplicationId);

/// <summary>Calls a day and a second; 0 for no limit.</summary>
internal sealed record GrantLimitOrder(int Quota, int Rate, string Reason = "");

/// <summary>Some grants. <paramref name="Next"/>: give it as <c>before</c> for older ones; null at the end.</summary>
internal sealed record GrantsAnswer(IReadOnlyList<GrantLine> Items, long? Next);
