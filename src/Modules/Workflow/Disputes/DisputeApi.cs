using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Disputes.Viewing;

namespace Qingdan.Workflow.Disputes;

/// <summary>Disputes for programs.</summary>
internal static class DisputeApi
{
    public static void MapDisputeApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/workflow/disputes").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("disputes");
        read.MapGet("", async (ShowDispute show, HttpContext http, Actor actor, CancellationToken cancel) => TypedResults.Ok(await show.Page(new QueryState(http)["tab"] == "settled", new QueryState(http).Page, actor, cancel)))
            .WithMetadata(new QueryNames("tab", "page")).WithSummary("争议，先到期的在前 / disputes, what is due first");
        read.MapGet("/{id:long}", Get).Produces<DisputeView>().WithSummary("一件争议：理由、期限、经过 / one dispute with clocks and steps");
        routes.MapGroup("/api/v1/workflow/cases/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead)).WithTags("disputes")
            .MapPost("/disputes", Raise).Produces<RaisedDispute>(StatusCodes.Status201Created).WithSummary("提出争议 / raise a dispute about a case");
        routes.MapGroup("/api/v1/workflow/disputes/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead, Roles.Authority)).WithTags("disputes")
            .MapPost("/acts/{act}", Act).Produces(StatusCodes.Status204NoContent).WithSummary("按争议处理流程办一步，须带 If-Match / one act, with If-Match");
    }

    private static async Task<IResult> Get(long id, ShowDispute show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Ok(view);
    }

    private static async Task<IResult> Raise(long id, DisputeClaim order, RaiseDispute raise, Translator t, Actor actor, CancellationToken cancel)
    {
        var raised = await raise.Run(id, order.Claim, actor, cancel);
        return raised.TryGet(out var dispute) ? TypedResults.Created($"/api/v1/workflow/disputes/{dispute}", new RaisedDispute(dispute)) : ProblemAnswers.From(raised.Faults, t);
    }

    private static async Task<IResult> Act(long id, string act, DisputeWord order, MoveDispute move, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (!Enum.TryParse<DisputeAct>(act, out var wanted) || !Enum.IsDefined(wanted)) return ProblemAnswers.From([ActPlainly.Unknown], t);
        var verdicts = order.Verdicts ?? [];
        if (verdicts.DistinctBy(v => v.Item).Count() < verdicts.Count) return ProblemAnswers.From([DisputeAccess.SaidTwice], t);
        return await CaseApi.Done(http, t, edit => move.Run(id, edit, wanted, new DisputeInput(order.Text, order.Document, verdicts.ToDictionary(v => v.Item, v => v.Verdict)), actor, cancel));
    }
}

/// <summary>Why an answer is not accepted.</summary>
internal sealed record DisputeClaim(string Claim = "");

/// <summary>The dispute that was raised.</summary>
internal sealed record RaisedDispute(long Id);

/// <summary>What becomes of one item that was refused.</summary>
internal sealed record SettledItem(long Item, Verdict Verdict);

/// <summary>What is said with an act; the verdicts where it settles the dispute.</summary>
internal sealed record DisputeWord(string Text = "", string Document = "", IReadOnlyList<SettledItem>? Verdicts = null);
