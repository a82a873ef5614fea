using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>What a program says at the formal check.</summary>
/// <param name="Agrees">Into the list, or back.</param>
/// <param name="Opinion">Owed when it goes back.</param>
internal sealed record CheckOrder(bool Agrees, string Opinion = "");

/// <summary>The 需求清单 for programs.</summary>
internal static class DemandApi
{
    private const int Most = 200;

    /// <summary>A change that names no version.</summary>
    public static readonly Fault MatchNeeded = new("lists.demand.if-match.required", "请用 If-Match 写明读到的版本（ETag）。", "If-Match");

    /// <summary>The version that a caller read; null when it names none.</summary>
    public static int? Seen(HttpContext http) => int.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), out var edit) ? edit : null;

    public static void MapDemandApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/lists/demands").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("demands");
        read.MapGet("", List).WithMetadata(new QueryNames("tab", "unit", "provider", "kind", "q")).WithSummary("需求清单，按 id 翻页 / demands, by keyset");
        read.MapGet("/{id:long}", Get).Produces<OneDemandAnswer>().WithSummary("一件需求 / one demand");
        var write = routes.MapGroup("/api/v1/lists/demands").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead)).WithTags("demands");
        write.MapPost("", Create).Produces<MadeAnswer>(StatusCodes.Status201Created).WithSummary("新建需求草稿 / a new draft");
        write.MapPut("/{id:long}", Update).Produces(StatusCodes.Status204NoContent).WithSummary("保存需求草稿，须带 If-Match / save a draft, with If-Match");
        write.MapPost("/{id:long}/submission", Submit).Produces(StatusCodes.Status204NoContent).WithSummary("报送需求，须带 If-Match / hand in, with If-Match");
        routes.MapPost("/api/v1/lists/demands/{id:long}/check", Check).RequireAuthorization(p => p.RequireRole(Roles.DataCentre)).WithTags("demands").Produces(StatusCodes.Status204NoContent).WithSummary("形式审查，须带 If-Match / formal check, with If-Match");
    }

    private static async Task<Ok<DemandsAnswer>> List(FindDemands find, HttpContext http, Actor actor, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var rows = await find.After(DemandFilter.From(new QueryState(http)), after, take, actor, cancel);
        return TypedResults.Ok(new DemandsAnswer(rows, rows.Count == take ? rows[^1].Id : null));
    }

    private static async Task<IResult> Get(long id, ShowDemand show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, false, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Ok(new OneDemandAnswer(view.Row, view.Input, view.CreatedAt, view.SubmittedAt, view.Files));
    }

    private static async Task<IResult> Create(DemandInput input, SaveDemand save, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await save.Create(input, actor, cancel);
        return result.TryGet(out var id) ? TypedResults.Created($"/api/v1/lists/demands/{id}", new MadeAnswer(id)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Update(long id, DemandInput input, SaveDemand save, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (Seen(http) is not { } edit) return ProblemAnswers.From([MatchNeeded], t);
        var result = await save.Update(id, edit, input, actor, cancel);
        return result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Submit(long id, SubmitDemand submit, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (Seen(http) is not { } edit) return ProblemAnswers.From([MatchNeeded], t);
        var result = await submit.Run(id, edit, null, actor, cancel);
        return result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Check(long id, CheckOrder order, CheckDemand check, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (Seen(http) is not { } edit) return ProblemAnswers.From([MatchNeeded], t);
        var result = await check.Run(id, edit, new SignOffInput(order.Agrees, order.Opinion), actor, cancel);
        return result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
    }
}

/// <summary>Some demands. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record DemandsAnswer(IReadOnlyList<DemandRow> Items, long? Next);

/// <summary>One demand: as the list shows it, and what its unit wrote.</summary>
internal sealed record OneDemandAnswer(DemandRow Demand, DemandInput Input, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, IReadOnlyList<DemandAttachment> Files);
