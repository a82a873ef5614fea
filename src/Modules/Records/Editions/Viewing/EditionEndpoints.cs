using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Editions.Opinions;
using Qingdan.Records.Editions.Writing;
using Qingdan.Records.Rounds;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions.Viewing;

/// <summary>Pages and forms of editions.</summary>
internal static class EditionEndpoints
{
    public static void MapEditions(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/editions").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", async (FindEditions find, Actor actor, CancellationToken cancel) => Pages.Ok<EditionsPage>(new { Rows = await find.All(actor, cancel), MayDraw = actor.Is(Roles.Authority) }));
        read.MapGet("/{id:long}", (long id, [AsParameters] EditionForm at, CancellationToken cancel) => at.Page(id, null, [], cancel));
        read.MapGet("/{id:long}/progress", Progress);
        read.MapGet("/{id:long}/{round:int}/archive", Archive);
        read.MapGet("/{id:long}/{round:int}/{list}", Lines);
        var units = routes.MapGroup("/editions/{id:long}/opinions").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        units.MapPost("", (long id, IFormCollection form, GiveOpinion give, [AsParameters] EditionForm at, CancellationToken cancel) =>
            at.Done(id, async () => (await give.Run(id, new OpinionInput(form["list"].ToString(), form["entryKey"].ToString(), form["text"].ToString()), at.Actor, cancel)) is var given && given.Ok ? new Done() : given.As<Done>(), "意见已提交。", form, cancel));
        units.MapPost("/{opinion:long}/take-back", (long id, long opinion, IFormCollection form, GiveOpinion give, [AsParameters] EditionForm at, CancellationToken cancel) => at.Done(id, () => give.TakeBack(id, opinion, at.Actor, cancel), "意见已撤回。", form, cancel));
        units.MapPost("/nothing", (long id, IFormCollection form, GiveOpinion give, [AsParameters] EditionForm at, CancellationToken cancel) => at.Done(id, () => give.Nothing(id, form["nothing"] == "true", at.Actor, cancel), "答复已记下。", form, cancel));
        MapDecisions(routes.MapGroup("/editions").RequireAuthorization(p => p.RequireRole(Roles.Authority)));
    }

    private static void MapDecisions(RouteGroupBuilder authority)
    {
        authority.MapGet("/new", async (IOrganizationDirectory organizations, Actor actor, CancellationToken cancel) => Pages.Ok<EditionNewPage>(new { Issuer = actor.UnitName, Units = await organizations.Tree(cancel) }));
        authority.MapPost("/new", Draw);
        authority.MapPost("/{id:long}/consult", (long id, IFormCollection form, ConsultUnits act, [AsParameters] EditionForm at, CancellationToken cancel) => at.Done(id, () => act.Run(id, form.Edit(), TypedDay.Meant(form["dueOn"]), at.Actor, cancel), "已开始征求意见，草案正在写入。", form, cancel));
        authority.MapPost("/{id:long}/conclude", (long id, IFormCollection form, DecideEdition act, [AsParameters] EditionForm at, CancellationToken cancel) => at.Done(id, () => act.Conclude(id, form.Edit(), at.Actor, cancel), "意见已处理完毕，待审议。", form, cancel));
        authority.MapPost("/{id:long}/pass", (long id, IFormCollection form, DecideEdition act, [AsParameters] EditionForm at, CancellationToken cancel) => at.Done(id, () => act.Pass(id, form.Edit(), form["minutes"].ToString(), TypedDay.Meant(form["on"]), at.Actor, cancel), "审议结果已登记，待印发。", form, cancel));
        authority.MapPost("/{id:long}/send-back", (long id, IFormCollection form, DecideEdition act, [AsParameters] EditionForm at, CancellationToken cancel) => at.Done(id, () => act.TurnDown(id, form.Edit(), EditionAct.SendBack, form["note-send-back"].ToString(), at.Actor, cancel), "已退回征求意见。", form, cancel, "-send-back"));
        authority.MapPost("/{id:long}/cancel", (long id, IFormCollection form, DecideEdition act, [AsParameters] EditionForm at, CancellationToken cancel) => at.Done(id, () => act.TurnDown(id, form.Edit(), EditionAct.Cancel, form["note-cancel"].ToString(), at.Actor, cancel), "版次已作废。", form, cancel, "-cancel"));
        authority.MapPost("/{id:long}/issue", (long id, IFormCollection form, IssueEdition act, [AsParameters] EditionForm at, CancellationToken cancel) =>
            at.Done(id, () => act.Run(id, form.Edit(), new IssueInput(form["document"].ToString(), TypedDay.Meant(form["effectiveOn"]), form["scope"].ToString(), form["summary"].ToString()), at.Actor, cancel), "正在写入、签名，完成后就是正式版次。", form, cancel));
        authority.MapPost("/{id:long}/retry", (long id, IFormCollection form, RetryWriting retry, [AsParameters] EditionForm at, CancellationToken cancel) => at.Done(id, () => retry.Run(id, form.Edit(), at.Actor, cancel), "已重新安排写入。", form, cancel));
        authority.MapPost("/{id:long}/opinions/{opinion:long}/answer", (long id, long opinion, IFormCollection form, AnswerOpinion act, [AsParameters] EditionForm at, CancellationToken cancel) =>
            at.Done(id, () => act.Run(id, opinion, form.Edit(), form[$"verdict-{opinion}"].ToString(), form[$"reason-{opinion}"].ToString(), at.Actor, cancel), "意见已处理。", form, cancel, $"-{opinion}"));
    }

    private static async Task<IResult> Draw(IFormCollection form, DrawEdition draw, IOrganizationDirectory organizations, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        // A unit that nobody knows is refused beside its field.
        var unit = form["unit"].ToString().Trim() is { Length: > 0 } name ? units.Resolve(name) ?? -1 : 0;
        var drawn = await draw.Run(new EditionDraft(form["title"].ToString(), form["issuer"].ToString(), unit, form["summary"].ToString()), actor, cancel);
        return drawn.TryGet(out var id) ? RoundEndpoints.Back($"/editions/{id}", "版次已拟定，可以征求意见。", flash, t, http) : Pages.Refused<EditionNewPage>(new { Issuer = actor.UnitName, Units = units, Texts = form }, drawn.Faults);
    }

    private static async Task<IResult> Lines(long id, int round, string list, ShowLines show, HttpContext http, Actor actor, CancellationToken cancel, long? unit = null)
    {
        if (unit is { } owner && await show.PageOf(id, round, list, owner, cancel) is { } page) return Results.LocalRedirect($"/editions/{id}/{round}/{list}?page={page.ToString(CultureInfo.InvariantCulture)}");
        var found = await show.Run(id, round, list, new QueryState(http).Page, actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<LinesPage>(new { View = view }) : Pages.Problem(found.Faults);
    }

    private static async Task<IResult> Progress(long id, ShowEdition show, Translator t, Actor actor, CancellationToken cancel) =>
        Results.Ok(await show.Writing(id, actor, cancel) is { Failed: false } going ? new { going.Done, going.Total, Note = t["清单正在写入、签名，可以离开这一页。"], State = "running" } : new { Done = 0L, Total = 0L, Note = "", State = "done" });

    private static async Task<IResult> Archive(long id, int round, ShowEdition show, FileStore files, Translator t, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        if (await show.FileOf(id, round, cancel) is not { } file) return Pages.Problem([EditionFaults.NotWritten]);
        var name = round == 0 ? t["{0}-第 {1} 版.tar", view.Row.Title, view.Row.Number] : t["{0}-征求意见稿第 {1} 轮.tar", view.Row.Title, round];
        return Results.Stream(body => files.CopyTo(file, body, cancel), "application/x-tar", name);
    }
}

/// <summary>What every form of an edition's page needs.</summary>
internal sealed record EditionForm(ShowEdition Show, Flash Flash, Translator T, HttpContext Http, Actor Actor)
{
    /// <summary>The page, with what was typed and its faults.</summary>
    public async Task<IResult> Page(long id, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await Show.Run(id, Actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<EditionPage>(new { View = view }) : Pages.Refused<EditionPage>(new { View = view, Texts = texts }, faults);
    }

    /// <summary>Does it and goes back to the page; <paramref name="suffix"/> is what the names of the form's fields end with, where the page has several alike.</summary>
    public async Task<IResult> Done(long id, Func<Task<Result<Done>>> act, string message, IFormCollection form, CancellationToken cancel, string suffix = "")
    {
        var result = await act();
        if (!result.Ok) return await Page(id, form, [.. result.Faults.Select(f => f.Field is null ? f : f with { Field = f.Field + suffix })], cancel);
        return Flash.Back(Http, $"/editions/{id}", T[message]);
    }
}
