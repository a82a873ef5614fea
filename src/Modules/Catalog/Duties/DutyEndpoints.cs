using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Systems;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Duties;

/// <summary>Pages of 职责目录.</summary>
internal static class DutyEndpoints
{
    public static void Map(RouteGroupBuilder catalog)
    {
        var see = catalog.MapGroup("/duties");
        see.MapGet("", async (HttpContext http, FindDuties find, Actor actor, CancellationToken cancel) => Pages.Ok<DutyListPage>(new { List = await find.Run(new QueryState(http), actor, cancel) }));
        see.MapGet("/{id:long}", Show);
        var keep = see.MapGroup("").RequireAuthorization(p => p.RequireRole(RegisterAccess.Keepers));
        keep.MapGet("/new", () => Pages.Ok<DutyFormPage>(new { Draft = new DutyDraft() }));
        keep.MapPost("/new", Create);
        keep.MapGet("/{id:long}/edit", Edit);
        keep.MapPost("/{id:long}/edit", Save);
        keep.MapPost("/{id:long}/links", (long id, IFormCollection form, LinkDuty link, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Link(id, true, form, link, flash, t, http, actor, cancel));
        keep.MapPost("/{id:long}/links/remove", (long id, IFormCollection form, LinkDuty link, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Link(id, false, form, link, flash, t, http, actor, cancel));
    }

    private static async Task<IResult> Show(long id, string? q, ReadDuty read, IEnumerable<AuditAction> actions, Actor actor, CancellationToken cancel)
    {
        var found = await read.Run(id, q ?? "", actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<DutyPage>(new { View = view, Query = q ?? "", Actions = RegisterForms.Names(actions) }) : Pages.Problem(found.Faults);
    }

    private static async Task<IResult> Create(IFormCollection form, SaveDuty save, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var draft = Read(form);
        var saved = await save.Run(0, 0, draft, actor, cancel);
        if (!saved.TryGet(out var id)) return Pages.Refused<DutyFormPage>(new { Draft = draft }, saved.Faults);
        return flash.Back(http, $"/catalog/duties/{id}", t["已登记“{0}”。", draft.Name.Trim()]);
    }

    private static async Task<IResult> Edit(long id, ReadDuty read, Actor actor, CancellationToken cancel) => (await read.Run(id, "", actor, cancel)).TryGet(out var view)
        ? Pages.Ok<DutyFormPage>(new { Id = id, view.Edit, view.Draft })
        : Pages.Problem([RegisterFaults.NoDuty]);

    private static async Task<IResult> Save(long id, IFormCollection form, ReadDuty read, SaveDuty save, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var (draft, edit) = (Read(form), form.Edit());
        var saved = await save.Run(id, edit, draft, actor, cancel);
        if (!saved.Ok)
        {
            if (!(await read.Run(id, "", actor, cancel)).TryGet(out var now) || saved.Faults.Contains(RegisterFaults.NoDuty)) return Pages.Problem([RegisterFaults.NoDuty]);
            return saved.Faults.Contains(RegisterFaults.ChangedMeanwhile) ? Conflict(now, draft, t) : Pages.Refused<DutyFormPage>(new { Id = id, Edit = edit, Draft = draft }, saved.Faults);
        }
        return flash.Back(http, $"/catalog/duties/{id}", t["已保存。"]);
    }

    private static IResult Conflict(DutyView now, DutyDraft mine, Translator t) => RegisterForms.Conflict(new Crumb(t["职责目录"], "/catalog/duties"), now.Draft.Name, $"/catalog/duties/{now.Id}", now.Edit,
    [
        new("name", "职责事项", now.Draft.Name, mine.Name), new("basis", "依据文件", now.Draft.Basis, mine.Basis), new("note", "备注", now.Draft.Note, mine.Note),
        new("state", "职责状态", now.Draft.State, mine.State) { Show = v => RegisterText.Choice<DutyState>(v)?.Name() ?? v }, new("why", "修改原因", mine.Why, mine.Why),
    ]);

    private static async Task<IResult> Link(long id, bool add, IFormCollection form, LinkDuty link, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var choice = new DutyChoice(RegisterForms.Ids(form["resource"]), RegisterForms.Ids(form["system"]));
        var done = add ? await link.Add(id, choice, actor, cancel) : await link.Remove(id, choice, actor, cancel);
        if (done.Faults.Contains(RegisterFaults.NoDuty)) return Pages.Problem(done.Faults);
        flash.Say(http, done.TryGet(out var count) ? new FlashMessage(Tone.Ok, add ? t["已关联 {0} 项。", count] : t["已解除 {0} 项关联。", count]) : new FlashMessage(Tone.Warn, t[done.Faults[0]]));
        return Results.LocalRedirect($"/catalog/duties/{id}");
    }

    private static DutyDraft Read(IFormCollection form) => new()
    {
        Name = form["name"].ToString(), Basis = form["basis"].ToString(), Note = form["note"].ToString(), State = form["state"].ToString(), Why = form["why"].ToString(),
    };
}
