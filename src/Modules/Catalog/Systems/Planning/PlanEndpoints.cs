using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Systems.Planning;

/// <summary>Pages of 预编目 and 验收核对.</summary>
internal static class PlanEndpoints
{
    private const int BlankRows = 3;

    public static void Map(RouteGroupBuilder see, RouteGroupBuilder keep)
    {
        see.MapGet("/{id:long}/check", (long id, ReadSystem read, ComparePlan compare, TimeProvider clock, Actor actor, CancellationToken cancel) => Check(id, null, [], read, compare, clock, actor, cancel));
        see.MapPost("/{id:long}/check", Record);
        see.MapGet("/{id:long}/check/print", (long id, ReadSystem read, ComparePlan compare, IOrganizationDirectory units, Actor actor, CancellationToken cancel) => Print(id, 0, read, compare, units, actor, cancel));
        see.MapGet("/{id:long}/checks/{check:long}/print", Print);
        keep.MapGet("/{id:long}/plan", async (long id, ReadSystem read, Actor actor, CancellationToken cancel) =>
            await read.Row(id, actor, cancel) is { } row ? (IResult)Form(row, row.Edit, [.. (await read.Plan(id, cancel)).Select(p => p.Row)], BlankRows, []) : Pages.Problem([RegisterFaults.NoSystem]));
        keep.MapPost("/{id:long}/plan", Save).TakesFiles();
        keep.MapPost("/{id:long}/plan/drafts", Draft);
    }

    private static async Task<IResult> Save(long id, IFormCollection form, ReadSystem read, SavePlan save, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (await read.Row(id, actor, cancel) is not { } row) return Pages.Problem([RegisterFaults.NoSystem]);
        var (rows, edit) = (Rows(form), form.Edit());
        if (form["action"] == "add") return Form(row, edit, rows, BlankRows, []);
        var saved = await save.Run(id, edit, rows, actor, cancel);
        if (!saved.TryGet(out var count)) return Form(row, edit, rows, 0, saved.Faults);
        return flash.Back(http, $"/catalog/systems/{id}", t["已保存预编目，共 {0} 个目录。", count]);
    }

    private static async Task<IResult> Draft(long id, DraftPlan draft, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var made = await draft.Run(id, actor, cancel);
        if (made.Faults.Contains(RegisterFaults.NoSystem)) return Pages.Problem(made.Faults);
        flash.Say(http, made.TryGet(out var count) ? new FlashMessage(Tone.Ok, t["已生成 {0} 个目录草稿，补齐后报送。", count]) : new FlashMessage(Tone.Warn, t[made.Faults[0]]));
        return Results.LocalRedirect($"/catalog/systems/{id}");
    }

    private static async Task<IResult> Record(long id, IFormCollection form, ReadSystem read, ComparePlan compare, RecordCheck record, TimeProvider clock, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var input = new CheckInput { Verdict = form["verdict"].ToString(), Checker = form["checker"].ToString(), CheckedOn = form["checkedOn"].ToString(), Remark = form["remark"].ToString(), Digest = form["digest"].ToString() };
        var recorded = await record.Run(id, input, actor, cancel);
        if (!recorded.TryGet(out var check)) return await Check(id, input, recorded.Faults, read, compare, clock, actor, cancel);
        return flash.Back(http, $"/catalog/systems/{id}#check-{check}", t["已登记核对结果。"]);
    }

    private static async Task<IResult> Check(long id, CheckInput? input, IReadOnlyList<Fault> faults, ReadSystem read, ComparePlan compare, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        if (!(await read.Run(id, actor, cancel)).TryGet(out var view) || await read.Row(id, actor, cancel) is not { } row) return Pages.Problem([RegisterFaults.NoSystem]);
        var lines = await compare.Run(row, cancel);
        var parameters = new { View = view, Lines = lines, Input = (input ?? new CheckInput { Checker = actor.Name, CheckedOn = Shown.Day(clock.Today()) }) with { Digest = PlanCheck.Digest(lines) } };
        return faults.Count == 0 ? Pages.Ok<CheckPage>(parameters) : Pages.Refused<CheckPage>(parameters, faults);
    }

    private static async Task<IResult> Print(long id, long check, ReadSystem read, ComparePlan compare, IOrganizationDirectory units, Actor actor, CancellationToken cancel)
    {
        if (await read.Row(id, actor, cancel) is not { } row) return Pages.Problem([RegisterFaults.NoSystem]);
        var taken = check == 0 ? null : await read.Check(id, check, cancel);
        if (check != 0 && taken is null) return Pages.Problem([RegisterFaults.NoSystem]);
        var unit = (await units.Tree(cancel)).Find(row.UnitId)?.Name ?? "";
        return Pages.Ok<CheckSheet>(new { SystemId = id, System = SystemDraft.Of(row), row.State, Unit = unit, Lines = taken?.Lines ?? await compare.Run(row, cancel), Taken = taken?.Row });
    }

    private static RazorComponentResult<PlanPage> Form(InformationSystem row, int edit, IReadOnlyList<PlanRow> rows, int blank, IReadOnlyList<Fault> faults)
    {
        var parameters = new { row.Id, row.Name, Edit = edit, Rows = (IReadOnlyList<PlanRow>)[.. rows, .. Enumerable.Repeat(new PlanRow(), blank)], Open = row.State is SystemState.Planned or SystemState.Building };
        return faults.Count == 0 ? Pages.Ok<PlanPage>(parameters) : Pages.Refused<PlanPage>(parameters, faults);
    }

    private static List<PlanRow> Rows(IFormCollection form)
    {
        var rows = new List<PlanRow>();
        for (var i = 0; form.ContainsKey($"rows[{i}].name"); i++)
            rows.Add(new PlanRow
            {
                Id = long.TryParse(form[$"rows[{i}].id"], out var id) ? id : 0, Name = form[$"rows[{i}].name"].ToString(), Items = form[$"rows[{i}].items"].ToString().ReplaceLineEndings("\n"),
                Share = form[$"rows[{i}].share"].ToString(), Frequency = form[$"rows[{i}].frequency"].ToString(),
            });
        return rows;
    }
}
