using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Objections.Viewing;

namespace Qingdan.Workflow.Objections;

/// <summary>Objections for programs: a system that uses data raises one, the provider's system takes it up and feeds back.</summary>
internal static class ObjectionApi
{
    private const int Most = 200;

    public static void MapObjectionApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/workflow/objections").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("objections");
        read.MapGet("", List).WithSummary("数据异议，按 id 翻页 / objections, by keyset");
        read.MapGet("/{id:long}", Get).Produces<OneObjectionAnswer>().WithSummary("一件异议：内容、期限、经过 / one objection with its clocks and steps");
        var unit = routes.MapGroup("/api/v1/workflow/objections").RequireAuthorization(p => p.RequireRole(ObjectionFlow.Unit)).WithTags("objections");
        unit.MapPost("", Raise).Produces<OneObjectionAnswer>(StatusCodes.Status201Created).WithSummary("提出异议；没有在用的须在页面上附证明 / raise one; without a case in use proof is owed, on the page");
        unit.MapPost("/{id:long}/acceptance", (long id, CaseNote order, AcceptObjection act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Note, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("受理，须带 If-Match / accept, with If-Match");
        unit.MapPut("/{id:long}/result", (long id, VerificationOrder order, VerifyData act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
                CaseApi.Done(http, t, edit => act.Run(id, edit, order.Outcome, order.Result, order.CorrectedOn, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("反馈核实结果，须带 If-Match / feed back what was found, with If-Match");
    }

    private static async Task<Ok<ObjectionsAnswer>> List(FindObjections find, Actor actor, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var rows = await find.After(after, take, actor, cancel);
        return TypedResults.Ok(new ObjectionsAnswer(rows, rows.Count == take ? rows[^1].Id : null));
    }

    private static async Task<IResult> Get(long id, ShowObjection show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Ok(OneObjectionAnswer.Of(view));
    }

    private static async Task<IResult> Raise(ObjectionDraft order, RaiseObjection raise, ShowObjection show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var raised = await raise.Run(order, [], actor, cancel);
        if (!raised.TryGet(out var id)) return ProblemAnswers.From(raised.Faults, t);
        var view = (await show.Run(id, actor, cancel)).Value;
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Created($"/api/v1/workflow/objections/{id}", OneObjectionAnswer.Of(view));
    }
}

/// <summary>What the verification found.</summary>
/// <param name="Outcome">Corrected, Correct or Partly.</param>
/// <param name="Result">In words.</param>
/// <param name="CorrectedOn">Owed with a correction.</param>
internal sealed record VerificationOrder(string Outcome, string Result, DateOnly? CorrectedOn = null);

/// <summary>Some objections. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record ObjectionsAnswer(IReadOnlyList<ObjectionRow> Items, long? Next);

/// <summary>One objection.</summary>
internal sealed record OneObjectionAnswer(ObjectionRow Objection, ObjectionContent Content, IReadOnlyList<ProofView> Proof, IReadOnlyList<ClockView> Clocks, IReadOnlyList<ObjectionStepView> Steps, IReadOnlyList<ToldView> Told)
{
    public static OneObjectionAnswer Of(ObjectionView v) => new(v.Row, v.Content, v.Proof, v.Clocks, v.Steps, v.Told);
}
