using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Rounds.Board;
using Qingdan.Records.Rounds.Reporting;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Records.Rounds;

/// <summary>The rounds: list, notice, board, reminders.</summary>
internal static class RoundEndpoints
{
    public static void MapRounds(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/rounds").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", List);
        read.MapGet("/{id:long}", Board);
        MergeEndpoints.Map(read);
        ReportEndpoints.Map(read.MapGroup("/reports"));
        ReturnEndpoints.Map(read.MapGroup("/returns"));
        var city = routes.MapGroup("/rounds").RequireAuthorization(p => p.RequireRole(ReportAccess.Deciders));
        city.MapGet("/new", New);
        city.MapPost("/new", Open);
        city.MapGet("/{id:long}/edit", Edit);
        city.MapPost("/{id:long}/edit", Save);
        city.MapPost("/{id:long}/close", Close);
        city.MapPost("/{id:long}/remind", Remind);
        city.MapPost("/{id:long}/returns", MergeEndpoints.Collect).TakesFiles();
    }

    private static async Task<IResult> List(ListRounds list, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var page = new QueryState(http).Page;
        var (rows, total) = await list.Run(page, actor, cancel);
        return Pages.Ok<RoundListPage>(new { Rounds = rows, Page = page, Total = total, Decides = actor.Is(ReportAccess.Deciders) });
    }

    private static Task<IResult> Board(long id, ReadBoard read, HttpContext http, Actor actor, CancellationToken cancel) => ShowBoard(id, read, http, null, [], actor, cancel);

    /// <summary>The board, or a refusal that keeps what was typed.</summary>
    public static async Task<IResult> ShowBoard(long id, ReadBoard read, HttpContext http, IFormCollection? texts, IReadOnlyList<Fault> faults, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        if (await read.Run(id, BoardFilter.From(query) with { Page = query.Page, Size = BoardView.Size }, actor, cancel) is not { } view) return Pages.Problem([RoundFaults.NotFound]);
        return faults.Count == 0 ? Pages.Ok<BoardPage>(new { View = view }) : Pages.Refused<BoardPage>(new { View = view, Texts = texts }, faults);
    }

    private static async Task<IResult> Form(Round? round, RoundInput input, int edit, string why, IReadOnlyList<Fault> faults, ReportTables tables, IOrganizationDirectory organizations, CancellationToken cancel)
    {
        var parameters = new { Round = round, Input = input, Edit = edit, Why = why, Tables = tables.All.ToList(), Units = (await organizations.Tree(cancel)).All };
        return faults.Count == 0 ? Pages.Ok<RoundFormPage>(parameters) : Pages.Refused<RoundFormPage>(parameters, faults);
    }

    // The units of the last round are asked again; the first asks the departments of the city.
    private static async Task<IResult> New(Store store, ReportTables tables, IOrganizationDirectory organizations, TimeProvider clock, CancellationToken cancel)
    {
        var last = await store.Set<Round>().OrderByDescending(r => r.Id).Select(r => r.Id).FirstOrDefaultAsync(cancel);
        IReadOnlyList<long> units = last != 0 ? await store.Set<Report>().Where(r => r.RoundId == last).Select(r => r.UnitId).Distinct().ToListAsync(cancel)
            : [.. (await organizations.Tree(cancel)).All.Where(u => u is { Kind: OrganizationKind.CityDepartment, State: OrganizationState.Active }).Select(u => u.Id)];
        return await Form(null, new RoundInput { Tables = [.. tables.All.Select(t => t.Key)], Units = units, NoticeOn = Shown.Day(clock.Today()) }, 0, "", [], tables, organizations, cancel);
    }

    private static RoundInput Read(IFormCollection form) => new()
    {
        Title = form["title"].ToString(), NoticeNumber = form["noticeNumber"].ToString(), NoticeOn = form["noticeOn"].ToString(), DueOn = form["dueOn"].ToString(), Note = form["note"].ToString(),
        Tables = [.. form["tables"].OfType<string>()], Units = Numbers(form, "units"),
    };

    /// <summary>The numbers under a name; what is none is left out.</summary>
    public static IReadOnlyList<long> Numbers(IFormCollection form, string name) => [.. form[name].Select(v => long.TryParse(v, out var number) ? number : 0).Where(n => n > 0).Distinct()];

    private static async Task<IResult> Open(IFormCollection form, OpenRound open, ReportTables tables, IOrganizationDirectory organizations, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var input = Read(form);
        var result = await open.Run(input, actor, cancel);
        if (!result.TryGet(out var id)) return await Form(null, input, 0, "", result.Faults, tables, organizations, cancel);
        return flash.Back(http, $"/rounds/{id}", t["已发起。各单位现在可以下载预填好的工作簿。"]);
    }

    private static async Task<IResult> Edit(long id, Store store, ReportTables tables, IOrganizationDirectory organizations, CancellationToken cancel)
    {
        if (await store.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } round) return Pages.Problem([RoundFaults.NotFound]);
        var input = new RoundInput { Title = round.Title, NoticeNumber = round.NoticeNumber, NoticeOn = Shown.Day(round.NoticeOn), DueOn = Shown.Day(round.DueOn), Note = round.Note };
        return await Form(round, input, round.Edit, "", [], tables, organizations, cancel);
    }

    private static async Task<IResult> Save(long id, IFormCollection form, EditRound edit, Store store, ReportTables tables, IOrganizationDirectory organizations, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await edit.Run(id, form.Edit(), Read(form), form["why"].ToString(), actor, cancel);
        if (result.Ok) return Back($"/rounds/{id}", "已保存。", flash, t, http);
        if (await store.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } round) return Pages.Problem(result.Faults);
        return await Form(round, Read(form), form.Edit(), form["why"].ToString(), result.Faults, tables, organizations, cancel);
    }

    private static async Task<IResult> Close(long id, IFormCollection form, CloseRound close, ReadBoard read, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await close.Run(id, form.Edit(), actor, cancel);
        return result.Ok ? Back($"/rounds/{id}/closing", "已结束。总结报告可以打印。", flash, t, http) : await ShowBoard(id, read, http, null, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Remind(long id, IFormCollection form, RemindReports remind, ReadBoard read, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var chosen = Numbers(form, "id");
        var result = form["all"] == "true" || chosen.Count > 0 ? await remind.Run(id, form["all"] == "true" ? [] : chosen, form["note"].ToString(), actor, cancel)
            : RoundFaults.NoneChosen;
        if (!result.TryGet(out var units)) return await ShowBoard(id, read, http, form, result.Faults, actor, cancel);
        return flash.Back(http, $"/rounds/{id}", t["已催办 {0} 个单位，会显示在它们的“我的待办”里。", units]);
    }

    /// <summary>To a page, with a message.</summary>
    public static IResult Back(string href, string message, Flash flash, Translator t, HttpContext http) => flash.Back(http, href, t[message]);
}
