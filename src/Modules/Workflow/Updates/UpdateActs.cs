using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Updates.Viewing;

namespace Qingdan.Workflow.Updates;

/// <summary>The forms of an update: each posts to its act; a refused one is shown again with all that was typed.</summary>
internal static class UpdateActs
{
    public static void MapUpdateActs(this IEndpointRouteBuilder routes)
    {
        var opens = routes.MapGroup("/workflow/updates/new").RequireAuthorization(p => p.RequireRole(UpdateFlow.Opens));
        opens.MapPost("", Open);
        opens.MapPost("/look", (IFormCollection form, ShowUpdateForm show, Actor actor, CancellationToken cancel, string unit = "") => UpdateEndpoints.Form(unit, show, actor, form, [], cancel));
        var unit = routes.MapGroup("/workflow/updates/{id:long}").RequireAuthorization(p => p.RequireRole(UpdateFlow.Unit));
        unit.MapPost("/more", More);
        unit.MapPost("/more/look", (long id, IFormCollection form, ShowUpdateForm show, Actor actor, CancellationToken cancel) => UpdateEndpoints.More(id, show, actor, form, [], cancel));
        unit.MapPost("/unaffected", (long id, IFormCollection form, MarkUnaffected act, [AsParameters] UpdatePost at, CancellationToken cancel) =>
            at.Done(id, Without(act.Run(id, form.Edit(), new UnaffectedChoice(Resources(form), form["all"] == "true"), form["reason"].ToString(), at.Actor, cancel)), "已标明不需修改。", form, cancel));
        unit.MapPost("/submission", (long id, IFormCollection form, SubmitUpdate act, [AsParameters] UpdatePost at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["note"].ToString(), at.Actor, cancel), "已报送，等主管部门审核发布。", form, cancel));
        unit.MapPost("/no-need", (long id, IFormCollection form, DeclareNoNeed act, [AsParameters] UpdatePost at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["noNeed"].ToString(), at.Actor, cancel), "已报主管部门确认。", form, cancel));
        unit.MapPost("/extension", (long id, IFormCollection form, AskMoreTime act, [AsParameters] UpdatePost at, CancellationToken cancel) =>
            at.Done(id, act.Run(id, form.Edit(), int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0, form["extensionReason"].ToString(), at.Actor, cancel), "已申请延长，等主管部门决定。", form, cancel));
        var authority = routes.MapGroup("/workflow/updates/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Authority));
        authority.MapPost("/extension/verdict", (long id, IFormCollection form, DecideMoreTime act, [AsParameters] UpdatePost at, CancellationToken cancel) =>
            at.Done(id, Chosen(form, "extensionVerdict", "agree", "deny", agrees => act.Run(id, form.Edit(), agrees, form["extensionOpinion"].ToString(), at.Actor, cancel)), "已决定，单位会看到。", form, cancel));
        authority.MapPost("/verdict", (long id, IFormCollection form, DecideUpdate act, [AsParameters] UpdatePost at, CancellationToken cancel) =>
            at.Done(id, Chosen(form, "verdict", "publish", "return", publishes => act.Run(id, form.Edit(), publishes, form["opinion"].ToString(), at.Actor, cancel)), "已决定，单位会看到。", form, cancel));
        authority.MapPost("/no-need/verdict", (long id, IFormCollection form, DecideNoNeed act, [AsParameters] UpdatePost at, CancellationToken cancel) =>
            at.Done(id, Chosen(form, "verdict", "agree", "deny", agrees => act.Run(id, form.Edit(), agrees, form["opinion"].ToString(), at.Actor, cancel)), "已决定，单位会看到。", form, cancel));
        authority.MapPost("/withdrawal", (long id, IFormCollection form, WithdrawUpdate act, [AsParameters] UpdatePost at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["withdrawal"].ToString(), at.Actor, cancel), "已撤销。", form, cancel));
    }

    /// <summary>The ticked resources of a form.</summary>
    public static IReadOnlyList<long> Resources(IFormCollection? form) =>
        form is null ? [] : [.. form["resource"].Select(v => long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct()];

    private static async Task<IResult> Open(IFormCollection form, OpenUpdate open, ShowUpdateForm show, ShowUpdate page, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel, string unit = "")
    {
        var draft = new UpdateDraft(long.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out var of) ? of : 0, form["cause"].ToString(), form["basis"].ToString(), TypedDay.Read(form["changedOn"]), form["what"].ToString(), Resources(form));
        var opened = await open.Run(draft, actor, cancel);
        if (!opened.TryGet(out var id)) return await UpdateEndpoints.Form(unit, show, actor, form, opened.Faults, cancel);
        var view = (await page.Run(id, actor, cancel)).Value;
        flash.Say(http, view.Content.LateAtOpening is { } late
            ? new FlashMessage(Tone.Warn, t["已登记。更新期限从变化之日起算，{0} 已经届满，请单位尽快更新。", Shown.Day(late)])
            : new FlashMessage(Tone.Ok, t["已登记，单位须在 {0} 前更新目录并报送。", Shown.Day(view.Row.DueOn)]));
        return Results.LocalRedirect($"/workflow/updates/{id}");
    }

    private static async Task<IResult> More(long id, IFormCollection form, AddConcerned add, ShowUpdateForm show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var added = await add.Run(id, form.Edit(), Resources(form), actor, cancel);
        if (!added.TryGet(out var count)) return await UpdateEndpoints.More(id, show, actor, form, added.Faults, cancel);
        return flash.Back(http, $"/workflow/updates/{id}", t["已补充 {0} 个目录。", count]);
    }

    // A choice of two that nothing is ticked for beforehand.
    private static Task<Result<Done>> Chosen(IFormCollection form, string name, string yes, string no, Func<bool, Task<Result<Done>>> run) =>
        form[name] == yes ? run(true) : form[name] == no ? run(false) : Task.FromResult<Result<Done>>(new Fault("workflow.update.verdict.required", "请选择结论。", name));

    private static async Task<Result<Done>> Without(Task<Result<int>> act) => await act is { Ok: false } refused ? refused.As<Done>() : new Done();
}

/// <summary>What every form of an update does when its act is done, or refused.</summary>
internal sealed record UpdatePost(ShowUpdate Show, Flash Flash, Translator T, HttpContext Http, Actor Actor)
{
    /// <summary>Back to the update with a message, or the page again with what was typed.</summary>
    public async Task<IResult> Done(long id, Task<Result<Done>> act, string message, IFormCollection form, CancellationToken cancel)
    {
        var result = await act;
        if (!result.Ok) return await UpdateEndpoints.Page(id, Show, Actor, form, result.Faults, cancel);
        return Flash.Back(Http, $"/workflow/updates/{id}", T[message]);
    }
}
