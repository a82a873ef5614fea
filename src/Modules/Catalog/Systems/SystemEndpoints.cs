using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Systems.Planning;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Systems;

/// <summary>Pages of 系统目录.</summary>
internal static class SystemEndpoints
{
    public static void Map(RouteGroupBuilder catalog)
    {
        var see = catalog.MapGroup("/systems");
        see.MapGet("", async (HttpContext http, FindSystems find, Actor actor, CancellationToken cancel) => Pages.Ok<SystemListPage>(new { List = await find.Run(new QueryState(http), actor, cancel) }));
        see.MapGet("/{id:long}", Show);
        var keep = see.MapGroup("").RequireAuthorization(p => p.RequireRole(RegisterAccess.Keepers));
        keep.MapGet("/new", () => Pages.Ok<SystemFormPage>(new { Draft = new SystemDraft() }));
        keep.MapPost("/new", Create);
        keep.MapGet("/{id:long}/edit", Edit);
        keep.MapPost("/{id:long}/edit", Save);
        PlanEndpoints.Map(see, keep);
    }

    private static async Task<IResult> Show(long id, ReadSystem read, IEnumerable<AuditAction> actions, Actor actor, CancellationToken cancel) =>
        (await read.Run(id, actor, cancel)).TryGet(out var view) ? Pages.Ok<SystemPage>(new { View = view, Actions = RegisterForms.Names(actions) }) : Pages.Problem([RegisterFaults.NoSystem]);

    private static async Task<IResult> Create(IFormCollection form, SaveSystem save, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var draft = Read(form);
        var saved = await save.Run(0, 0, draft, actor, cancel);
        if (!saved.TryGet(out var id)) return Pages.Refused<SystemFormPage>(new { Draft = draft }, saved.Faults);
        return flash.Back(http, $"/catalog/systems/{id}", t["已登记“{0}”。", draft.Name.Trim()]);
    }

    private static async Task<IResult> Edit(long id, ReadSystem read, Actor actor, CancellationToken cancel) => await read.Row(id, actor, cancel) is { } row
        ? Pages.Ok<SystemFormPage>(new { Id = id, row.Edit, Draft = SystemDraft.Of(row), row.Proposed })
        : Pages.Problem([RegisterFaults.NoSystem]);

    private static async Task<IResult> Save(long id, IFormCollection form, ReadSystem read, SaveSystem save, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var (draft, edit) = (Read(form), form.Edit());
        var saved = await save.Run(id, edit, draft, actor, cancel);
        if (!saved.Ok)
        {
            if (await read.Row(id, actor, cancel) is not { } row || saved.Faults.Contains(RegisterFaults.NoSystem)) return Pages.Problem([RegisterFaults.NoSystem]);
            return saved.Faults.Contains(RegisterFaults.ChangedMeanwhile) ? Conflict(row, draft, t) : Pages.Refused<SystemFormPage>(new { Id = id, Edit = edit, Draft = draft, row.Proposed }, saved.Faults);
        }
        return flash.Back(http, $"/catalog/systems/{id}", t["已保存。"]);
    }

    private static IResult Conflict(InformationSystem row, SystemDraft mine, Translator t)
    {
        var theirs = SystemDraft.Of(row);
        return RegisterForms.Conflict(new Crumb(t["系统目录"], "/catalog/systems"), row.Name, $"/catalog/systems/{row.Id}", row.Edit,
        [
            new("name", "系统名称", theirs.Name, mine.Name), new("aliases", "曾用名和别名", theirs.Aliases, mine.Aliases),
            new("state", "系统状态", theirs.State, mine.State) { Show = v => RegisterText.Choice<SystemState>(v)?.Name() ?? v },
            new("protection", "等保级别", theirs.Protection, mine.Protection) { Show = v => RegisterText.Choice<ProtectionLevel>(v)?.Name() ?? v },
            new("builder", "建设和运维单位", theirs.Builder, mine.Builder), new("project", "项目编号", theirs.Project, mine.Project), new("launchedOn", "上线日期", theirs.LaunchedOn, mine.LaunchedOn),
            new("note", "备注", theirs.Note, mine.Note), new("why", "修改原因", mine.Why, mine.Why),
        ]);
    }

    private static SystemDraft Read(IFormCollection form) => new()
    {
        Name = form["name"].ToString(), Aliases = form["aliases"].ToString().ReplaceLineEndings("\n"), State = form["state"].ToString(), Protection = form["protection"].ToString(),
        Builder = form["builder"].ToString(), Project = form["project"].ToString(), LaunchedOn = form["launchedOn"].ToString(), Note = form["note"].ToString(), Why = form["why"].ToString(),
    };
}
