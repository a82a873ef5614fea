using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Applications.Viewing;

/// <summary>Applications for programs. A secret is answered once and cannot be read again.</summary>
internal static class ApplicationApi
{
    private const int Most = 200;

    public static void MapApplicationApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/exchange/applications").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("applications");
        read.MapGet("", List).WithSummary("接入应用，新的在前，按 before 翻页 / applications, newest first, by keyset");
        read.MapGet("/{id:long}", Get).Produces<ApplicationView>().WithSummary("一个接入应用 / one application");
        var unit = routes.MapGroup("/api/v1/exchange/applications").RequireAuthorization(p => p.RequireRole(ApplicationAccess.Asks)).WithTags("applications");
        unit.MapPost("", Ask).Produces<ApplicationView>(StatusCodes.Status201Created).WithSummary("申请接入 / ask for access");
        unit.MapPost("/{id:long}/change", (long id, ApplicationOrder order, AskForChange act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => ExchangeApi.Done(t, act.Run(id, http.SeenEdit(), order.Input, actor, cancel)))
            .NeedsIfMatch(ExchangeApi.NoMatch).Produces(StatusCodes.Status204NoContent).WithSummary("申请变更接入，须带 If-Match / ask for a change, with If-Match");
        unit.MapPost("/{id:long}/secret", Rotate).NeedsIfMatch(ExchangeApi.NoMatch).Produces<SecretAnswer>().WithSummary("领取或更换密钥，只返回一次，须带 If-Match / make a new secret, answered once, with If-Match");
        routes.MapGroup("/api/v1/exchange/applications/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.DataCentre)).WithTags("applications")
            .MapPost("/decide", (long id, ApplicationDecision order, DecideAccess act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => ExchangeApi.Done(t, act.Run(id, http.SeenEdit(), order.Admits, order.Opinion, actor, cancel)))
            .NeedsIfMatch(ExchangeApi.NoMatch).Produces(StatusCodes.Status204NoContent).WithSummary("接入审批，须带 If-Match / decide on access, with If-Match");
        routes.MapGroup("/api/v1/exchange/applications/{id:long}").RequireAuthorization(p => p.RequireRole([.. ApplicationAccess.Asks, Roles.DataCentre])).WithTags("applications")
            .MapPost("/end", (long id, ExchangeReason order, EndAccess act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => ExchangeApi.Done(t, act.Run(id, http.SeenEdit(), order.Reason, actor, cancel)))
            .NeedsIfMatch(ExchangeApi.NoMatch).Produces(StatusCodes.Status204NoContent).WithSummary("注销接入，须带 If-Match / end access, with If-Match");
    }

    private static async Task<Ok<ApplicationsAnswer>> List(FindApplications find, Actor actor, CancellationToken cancel, string? tab = null, long before = 0, int limit = 50)
    {
        var page = await find.Page(tab, Math.Max(before, 0), Math.Clamp(limit, 1, Most), actor, cancel);
        return TypedResults.Ok(new ApplicationsAnswer(page.Rows, page.Next));
    }

    private static async Task<IResult> Get(long id, FindApplications find, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await find.One(id, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Tag(view.Edit);
        return TypedResults.Ok(view);
    }

    private static async Task<IResult> Ask(ApplicationOrder order, AskForAccess act, FindApplications find, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var asked = await act.Run(order.Input, actor, cancel);
        if (!asked.TryGet(out var id)) return ProblemAnswers.From(asked.Faults, t);
        var view = (await find.One(id, actor, cancel)).Value;
        http.Tag(view.Edit);
        return TypedResults.Created($"/api/v1/exchange/applications/{id}", view);
    }

    private static async Task<IResult> Rotate(long id, SecretOrder order, RotateSecret act, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var made = await act.Run(id, http.SeenEdit(), order.Leaked, actor, cancel);
        http.Response.Headers.CacheControl = "no-store";
        return made.TryGet(out var secret) ? TypedResults.Ok(new SecretAnswer(secret)) : ProblemAnswers.From(made.Faults, t);
    }
}

/// <summary>What is stated of an application. <paramref name="Allowlist"/>: an address or a range on each line.</summary>
internal sealed record ApplicationOrder(string Name = "", string Purpose = "", string Allowlist = "")
{
    internal ApplicationInput Input => new(Name, Purpose, Allowlist);
}

/// <summary>A decision on access.</summary>
internal sealed record ApplicationDecision(bool Admits, string Opinion = "");

/// <summary>How a secret is changed: true ends the former one and all tokens at once.</summary>
internal sealed record SecretOrder(bool Leaked = false);

/// <summary>A new secret.</summary>
internal sealed record SecretAnswer(string Secret);

/// <summary>Some applications. <paramref name="Next"/>: give it as <c>before</c> for older ones; null at the end.</summary>
internal sealed record ApplicationsAnswer(IReadOnlyList<ApplicationRow> Items, long? Next);
