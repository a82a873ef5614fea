using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Cases;

/// <summary>Cases for programs: looking, and the acts of the data centre and of the provider that need no signature.</summary>
internal static class CaseApi
{
    private const int Most = 200;

    public static void MapCaseApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/workflow/cases").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("cases");
        read.MapGet("", List).WithMetadata(new QueryNames("tab", "unit", "provider", "q")).WithSummary("需求办理，按 id 翻页 / cases, by keyset");
        read.MapGet("/{id:long}", Get).Produces<OneCaseAnswer>().WithSummary("一件办理：数据项、期限、经过 / one case with items, clocks and steps");
        routes.MapGroup("/api/v1/workflow/cases/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead, Roles.DataCentre, Roles.Authority)).WithTags("cases")
            .MapPost("/acts/{act}", Act).Produces(StatusCodes.Status204NoContent).WithSummary("按办理流程表办一步，须带 If-Match / one act of the table, with If-Match");
        var centre = routes.MapGroup("/api/v1/workflow/cases/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.DataCentre)).WithTags("cases");
        centre.MapPost("/grant", (long id, CaseNote order, GrantDirectly act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(http, t, edit => act.Run(id, edit, order.Note, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("直接授权，须带 If-Match / grant directly, with If-Match");
        var unit = routes.MapGroup("/api/v1/workflow/cases/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead)).WithTags("cases");
        unit.MapPut("/answer", (long id, CaseAnswers order, DraftAnswer act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(http, t, edit => act.Run(id, edit, order.Items, order.Note, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("拟定答复，须带 If-Match / draft the answer, with If-Match");
        routes.MapGroup("/api/v1/workflow/cases/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead, Roles.DataCentre)).WithTags("cases").MapPost("/supply", (long id, CaseSupply order, SupplyData act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(http, t, edit => act.Run(id, edit, order.Way, order.Where, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("登记已提供，须带 If-Match / say that the data are there, with If-Match");
    }

    private static async Task<Ok<CasesAnswer>> List(FindCases find, HttpContext http, Actor actor, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var rows = await find.After(CaseFilter.From(new QueryState(http)), after, take, actor, cancel);
        return TypedResults.Ok(new CasesAnswer(rows, rows.Count == take ? rows[^1].Id : null));
    }

    private static async Task<IResult> Get(long id, ShowCase show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Ok(new OneCaseAnswer(view.Row, view.Items, view.Clocks, view.Steps));
    }

    private static async Task<IResult> Act(long id, string act, CaseWord order, ActPlainly plainly, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Enum.TryParse<CaseAct>(act, out var wanted) && Enum.IsDefined(wanted)
        ? await Done(http, t, edit => plainly.Run(id, edit, wanted, new PlainInput(order.Text, order.Day, order.Number, order.Since, Items: order.Items), actor, cancel))
        : ProblemAnswers.From([ActPlainly.Unknown], t);

    /// <summary>An act on what the caller has read: its ETag comes back as If-Match.</summary>
    public static async Task<IResult> Done(HttpContext http, Translator t, Func<int, Task<Result<Done>>> act)
    {
        if (!int.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), out var edit))
            return ProblemAnswers.From([new Fault("workflow.if-match.required", "请用 If-Match 写明读到的版本（ETag）。", "If-Match")], t);
        var result = await act(edit);
        return result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
    }
}

/// <summary>A word with a direct grant.</summary>
internal sealed record CaseNote(string Note = "");

/// <summary>What is said with an act: words, and the day, the number or the day since which it was owed, where it asks for one.</summary>
internal sealed record CaseWord(string Text = "", DateOnly? Day = null, string Number = "", DateOnly? Since = null, IReadOnlyList<long>? Items = null);

/// <summary>An answer, item by item.</summary>
internal sealed record CaseAnswers(IReadOnlyList<AnswerInput> Items, string Note = "");

/// <summary>How the data are supplied.</summary>
/// <param name="Way">Collected, Completed or Service.</param>
/// <param name="Where">Address, table or file.</param>
internal sealed record CaseSupply(string Way, string Where);

/// <summary>Some cases. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record CasesAnswer(IReadOnlyList<CaseRow> Items, long? Next);

/// <summary>One case.</summary>
internal sealed record OneCaseAnswer(CaseRow Case, IReadOnlyList<CaseItemView> Items, IReadOnlyList<ClockView> Clocks, IReadOnlyList<CaseStepView> Steps);
