using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Disputes.Viewing;

/// <summary>Pages and forms of disputes.</summary>
internal static class DisputeEndpoints
{
    public static void MapDisputes(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/workflow/disputes").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", async (ShowDispute show, HttpContext http, Actor actor, CancellationToken cancel) =>
            Pages.Ok<DisputeListPage>(new { View = await show.Page(new QueryState(http)["tab"] == "settled", new QueryState(http).Page, actor, cancel) }));
        read.MapGet("/{id:long}", (long id, ShowDispute show, Actor actor, CancellationToken cancel) => Page(id, show, actor, null, [], cancel));
        routes.MapPost("/workflow/cases/{id:long}/dispute", Raise).RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        routes.MapPost("/workflow/disputes/{id:long}/acts/{act}", Act).RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead, Roles.Authority));
    }

    private static async Task<IResult> Page(long id, ShowDispute show, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<DisputePage>(new { View = view }) : Pages.Refused<DisputePage>(new { View = view, Texts = texts }, faults);
    }

    private static async Task<IResult> Raise(long id, IFormCollection form, RaiseDispute raise, [AsParameters] CaseForm at, CancellationToken cancel)
    {
        var raised = await raise.Run(id, form["claim"].ToString(), at.Actor, cancel);
        if (!raised.TryGet(out var dispute)) return await CaseEndpoints.Page(id, at.Show, at.Actor, form, raised.Faults, cancel);
        return at.Flash.Back(at.Http, $"/workflow/disputes/{dispute}", at.T["争议已提出，先由双方协商。"]);
    }

    private static async Task<IResult> Act(long id, string act, IFormCollection form, MoveDispute move, ShowDispute show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (!Enum.TryParse<DisputeAct>(act, out var wanted) || !Enum.IsDefined(wanted)) return Pages.Problem([ActPlainly.Unknown]);
        var edit = form.Edit();
        var result = await move.Run(id, edit, wanted, new DisputeInput(form[$"text-{act}"].ToString(), form[$"document-{act}"].ToString(), SettledItems.From(form, $"verdict-{act}-")), actor, cancel);
        if (!result.Ok) return await Page(id, show, actor, form, [.. result.Faults.Select(f => f.Field is "text" or "document" ? f with { Field = $"{f.Field}-{act}" } : f)], cancel);
        return flash.Back(http, $"/workflow/disputes/{id}", t["争议已办理，双方都会看到。"]);
    }
}
