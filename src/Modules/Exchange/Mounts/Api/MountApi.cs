using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Exchange.Mounts.Trial;
using Qingdan.Exchange.Mounts.Viewing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts.Api;

/// <summary>Mounts for programs: a provider's own system mounts, tries and puts in service.</summary>
internal static class MountApi
{
    private const string Href = "/api/v1/exchange/mounts", NoIfMatch = "exchange.mount.if-match";
    private const int Most = 200;

    public static void MapMountApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup(Href).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("mounts");
        read.MapGet("", List).WithMetadata(new QueryNames("q", "state", "unit")).WithSummary("挂接，按 id 翻页 / mounts, by keyset");
        read.MapGet("/{id:long}", Get).Produces<OneMountAnswer>().WithSummary("一个挂接，不含密钥 / one mount, without its secret");
        var keep = routes.MapGroup(Href).RequireAuthorization(p => p.RequireRole(MountAccess.Keepers)).WithTags("mounts");
        keep.MapPost("", Create).Produces<OneMountAnswer>(StatusCodes.Status201Created).WithSummary("登记挂接 / enter a mount");
        keep.MapPut("/{id:long}", async (long id, MountDraft order, SaveMount save, ShowMount show, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
                await save.Run(id, http.SeenEdit(), 0, order, actor, cancel) is { Ok: false } refused ? ProblemAnswers.From(refused.Faults, t) : await Get(id, show, t, http, actor, cancel))
            .NeedsIfMatch(NoIfMatch).Produces<OneMountAnswer>().WithSummary("修改挂接，须带 If-Match / change a mount, with If-Match");
        keep.MapPost("/{id:long}/trial", async (long id, TryMount trial, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
                await trial.Run(id, http.SeenEdit(), actor, cancel) is var tried && tried.TryGet(out var view) ? TypedResults.Ok(TrialAnswer.Of(view, t)) : (IResult)ProblemAnswers.From(tried.Faults, t))
            .NeedsIfMatch(NoIfMatch).Produces<TrialAnswer>().WithSummary("试调，须带 If-Match；之后版本变 / trial call, with If-Match; the version changes by it");
        keep.MapPut("/{id:long}/service", async (long id, PutInService put, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
                await put.Run(id, http.SeenEdit(), actor, cancel) is { Ok: false } refused ? ProblemAnswers.From(refused.Faults, t) : Results.NoContent())
            .NeedsIfMatch(NoIfMatch).Produces(StatusCodes.Status204NoContent).WithSummary("启用，须带 If-Match / put in service, with If-Match");
        keep.MapPost("/{id:long}/stop", async (long id, StopOrder order, StopMount stop, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
                await stop.Run(id, http.SeenEdit(), order.Why, actor, cancel) is { Ok: false } refused ? ProblemAnswers.From(refused.Faults, t) : Results.NoContent())
            .NeedsIfMatch(NoIfMatch).Produces(StatusCodes.Status204NoContent).WithSummary("停用并写明理由，须带 If-Match / stop, with its reason and If-Match");
    }

    private static async Task<Ok<MountsAnswer>> List(FindMounts find, HttpContext http, Actor actor, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var rows = await find.After(new QueryState(http), after, take, actor, cancel);
        return TypedResults.Ok(new MountsAnswer(rows, rows.Count == take ? rows[^1].Id : null));
    }

    private static async Task<IResult> Get(long id, ShowMount show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Tag(view.Row.Edit);
        return TypedResults.Ok(OneMountAnswer.Of(view));
    }

    private static async Task<IResult> Create(MountOrder order, SaveMount save, ShowMount show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var saved = await save.Run(0, 0, order.ResourceId, order.Mount, actor, cancel);
        if (!saved.TryGet(out var id)) return ProblemAnswers.From(saved.Faults, t);
        var view = (await show.Run(id, actor, cancel)).Value;
        http.Tag(view.Row.Edit);
        return TypedResults.Created($"{Href}/{id}", OneMountAnswer.Of(view));
    }
}

/// <summary>A new mount of a resource.</summary>
internal sealed record MountOrder(long ResourceId, MountDraft Mount);

/// <summary>正当理由.</summary>
internal sealed record StopOrder(string Why);

/// <summary>Some mounts. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record MountsAnswer(IReadOnlyList<MountRow> Items, long? Next);

/// <summary>One mount. The values of fixed parameters and the secret are not given back.</summary>
internal sealed record OneMountAnswer(
    MountRow Mount, string Method, string Address, string Path, string Rows, string Credential, IReadOnlyList<MountItemDraft> Items, IReadOnlyList<ShownParameter> Parameters, DateTimeOffset? TriedAt, DateTimeOffset? ProbedAt, DateTimeOffset? FailingSince, string StoppedWhy)
{
    public static OneMountAnswer Of(MountView v) => new(v.Row, v.Draft.Method, v.Draft.Address, v.Draft.Path, v.Draft.Rows, v.Draft.Credential, v.Draft.Items, v.Parameters, v.TriedAt, v.ProbedAt, v.FailingSince, v.StoppedWhy);
}

/// <summary>What came of a trial call; what was wrong with it as a problem says it.</summary>
internal sealed record TrialAnswer(bool Passed, int? Status, long Milliseconds, long Bytes, long Rows, ProblemFault? Fault, string RowsProposal, DateOnly? DataOn, IReadOnlyList<TrialItem> Items, IReadOnlyList<TrialField> Surplus)
{
    public static TrialAnswer Of(TrialView v, Translator t) => new(v.Passed, v.Status, v.Milliseconds, v.Bytes, v.Rows, v.Fault is { } f ? new ProblemFault(f.Code, f.Field, t[f]) : null, v.RowsProposal, v.DataOn, v.Items, v.Surplus);
}
