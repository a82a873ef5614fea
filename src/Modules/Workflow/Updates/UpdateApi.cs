using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Updates.Viewing;

namespace Qingdan.Workflow.Updates;

/// <summary>Updates for programs: a system that follows laws opens one, the unit's system marks and hands in, the authority's decides.</summary>
internal static class UpdateApi
{
    private const int Most = 200;

    public static void MapUpdateApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/workflow/updates").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("updates");
        read.MapGet("", List).WithSummary("目录更新，按 id 翻页 / updates of the catalogue, by keyset");
        read.MapGet("/{id:long}", Get).Produces<OneUpdateAnswer>().WithSummary("一件目录更新：起因、涉及的目录、期限、经过 / one update with its resources, clocks and steps");
        routes.MapGroup("/api/v1/workflow/updates").RequireAuthorization(p => p.RequireRole(UpdateFlow.Opens)).WithTags("updates")
            .MapPost("", Open).Produces<OneUpdateAnswer>(StatusCodes.Status201Created).WithSummary("登记目录更新 / open one");
        var unit = routes.MapGroup("/api/v1/workflow/updates/{id:long}").RequireAuthorization(p => p.RequireRole(UpdateFlow.Unit)).WithTags("updates");
        unit.MapPut("/unaffected", (long id, UnaffectedOrder order, MarkUnaffected act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
                CaseApi.Done(http, t, async edit => await act.Run(id, edit, new UnaffectedChoice(order.ResourceIds ?? [], order.All), order.Reason, actor, cancel) is { Ok: false } refused ? refused.As<Done>() : new Done()))
            .Produces(StatusCodes.Status204NoContent).WithSummary("标明不需修改，须带 If-Match / say which resources stay as they are, with If-Match");
        unit.MapPost("/submission", (long id, CaseNote order, SubmitUpdate act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Note, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("报送审核，须带 If-Match / hand in, with If-Match");
        unit.MapPost("/no-need", (long id, CaseNote order, DeclareNoNeed act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Note, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("说明无需更新，须带 If-Match / say that there is no need, with If-Match");
        routes.MapGroup("/api/v1/workflow/updates/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Authority)).WithTags("updates")
            .MapPost("/verdict", (long id, UpdateVerdict order, DecideUpdate act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Publishes, order.Opinion, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("审核发布或者退回，须带 If-Match / publish or send back, with If-Match");
    }

    private static async Task<Ok<UpdatesAnswer>> List(FindUpdates find, Actor actor, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var rows = await find.After(after, take, actor, cancel);
        return TypedResults.Ok(new UpdatesAnswer(rows, rows.Count == take ? rows[^1].Id : null));
    }

    private static async Task<IResult> Get(long id, ShowUpdate show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Ok(OneUpdateAnswer.Of(view));
    }

    private static async Task<IResult> Open(UpdateDraft order, OpenUpdate open, ShowUpdate show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var opened = await open.Run(order, actor, cancel);
        if (!opened.TryGet(out var id)) return ProblemAnswers.From(opened.Faults, t);
        var view = (await show.Run(id, actor, cancel)).Value;
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Created($"/api/v1/workflow/updates/{id}", OneUpdateAnswer.Of(view));
    }
}

/// <summary>Resources that stay as they are.</summary>
/// <param name="Reason">Why.</param>
/// <param name="ResourceIds">These; null with <paramref name="All"/>.</param>
/// <param name="All">All that are still owed.</param>
internal sealed record UnaffectedOrder(string Reason, IReadOnlyList<long>? ResourceIds = null, bool All = false);

/// <summary>What the authority decides; the opinion is owed when it sends back.</summary>
internal sealed record UpdateVerdict(bool Publishes, string Opinion = "");

/// <summary>Some updates. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record UpdatesAnswer(IReadOnlyList<UpdateRow> Items, long? Next);

/// <summary>One update; of the resources the first two hundred, what is owed first.</summary>
internal sealed record OneUpdateAnswer(UpdateRow Update, UpdateContent Content, ConcernedList Resources, IReadOnlyList<ClockView> Clocks, IReadOnlyList<CaseStepView> Steps)
{
    public static OneUpdateAnswer Of(UpdateView v) => new(v.Row, v.Content, v.Resources, v.Clocks, v.Steps);
}
