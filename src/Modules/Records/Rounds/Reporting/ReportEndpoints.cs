using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Records.Rounds.Templates;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>One report: its workbook, its parts, its signature, its decision.</summary>
internal static class ReportEndpoints
{
    public static void Map(RouteGroupBuilder reports)
    {
        reports.MapGet("/{id:long}", (long id, ShowReport show, Actor actor, CancellationToken cancel) => Page(id, show, null, [], actor, cancel));
        reports.MapGet("/{id:long}/template", Template);
        reports.MapPost("/{id:long}/returns", Send).TakesFiles();
        reports.MapGet("/{id:long}/parts", ChooseRows);
        reports.MapPost("/{id:long}/parts", Assign);
        reports.MapPost("/{id:long}/parts/{part:long}/send", SendPart);
        reports.MapPost("/{id:long}/parts/{part:long}/drop", DropPart);
        reports.MapPost("/{id:long}/finish", Finish);
        reports.MapPost("/{id:long}/reopen", Reopen);
        reports.MapPost("/{id:long}/sign", Sign).TakesFiles();
        reports.MapPost("/{id:long}/decide", Decide);
        reports.MapPost("/{id:long}/expect", Expect);
        reports.MapGet("/{id:long}/rows", Rows);
        reports.MapGet("/{id:long}/sheet", Sheet);
    }

    private static async Task<IResult> Page(long id, ShowReport show, IFormCollection? texts, IReadOnlyList<Fault> faults, Actor actor, CancellationToken cancel)
    {
        if (await show.Run(id, actor, cancel) is not { } view) return Pages.Problem([RoundFaults.ReportNotFound]);
        return faults.Count == 0 ? Pages.Ok<ReportPage>(new { View = view }) : Pages.Refused<ReportPage>(new { View = view, Texts = texts }, faults);
    }

    private static async Task<IResult> Template(long id, long? part, WriteTemplate write, Actor actor, CancellationToken cancel)
    {
        var result = await write.Run(id, part ?? 0, actor, cancel);
        return result.TryGet(out var book) ? await WorkbookAnswer.Whole(book.Name, book.Write) : Pages.Problem(result.Faults);
    }

    private static async Task<IResult> Send(long id, IFormFile? file, IFormCollection form, ReceiveReturn receive, ShowReport show, Actor actor, CancellationToken cancel)
    {
        if (file is null) return await Page(id, show, form, [RoundFaults.NoFile], actor, cancel);
        await using var content = file.OpenReadStream();
        var result = await receive.Run(id, long.TryParse(form["part"], out var part) ? part : 0, file.FileName, content, actor, cancel);
        return result.TryGet(out var returned) ? Results.LocalRedirect($"/rounds/returns/{returned}") : await Page(id, show, form, result.Faults, actor, cancel);
    }

    private static async Task<IResult> ChooseRows(long id, ReadParts read, HttpContext http, Actor actor, CancellationToken cancel) =>
        await read.Run(id, new QueryState(http)["q"], new QueryState(http).Page, actor, cancel) is { } view ? Pages.Ok<PartRowsPage>(new { View = view }) : Pages.Problem([RoundFaults.ReportNotFound]);

    private static async Task<IResult> Assign(long id, IFormCollection form, Parts parts, ReadParts read, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var chosen = form["all"] == "true" ? await read.All(id, query["q"], actor, cancel) : RoundEndpoints.Numbers(form, "id");
        var result = await parts.Assign(id, form["office"].ToString(), form["contact"].ToString(), chosen, actor, cancel);
        if (result.Ok) return RoundEndpoints.Back($"/rounds/reports/{id}", "已分给处室。请下载它的工作簿发给处室，再点“记为已发出”。", flash, t, http);
        return await read.Run(id, query["q"], query.Page, actor, cancel) is { } view ? Pages.Refused<PartRowsPage>(new { View = view, Texts = form }, result.Faults) : Pages.Problem(result.Faults);
    }

    private static async Task<IResult> SendPart(long id, long part, Parts parts, ShowReport show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await parts.Send(id, part, actor, cancel);
        return result.Ok ? RoundEndpoints.Back($"/rounds/reports/{id}", "已记为发出。", flash, t, http) : await Page(id, show, null, result.Faults, actor, cancel);
    }

    private static async Task<IResult> DropPart(long id, long part, Parts parts, ShowReport show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await parts.Drop(id, part, actor, cancel);
        return result.Ok ? RoundEndpoints.Back($"/rounds/reports/{id}", "已收回。", flash, t, http) : await Page(id, show, null, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Finish(long id, IFormCollection form, FinishReport finish, ShowReport show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await finish.Run(id, form.Edit(), actor, cancel);
        return result.Ok ? RoundEndpoints.Back($"/rounds/reports/{id}", "已定稿。请打印签批单，或请负责人登录签批。", flash, t, http) : await Page(id, show, form, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Reopen(long id, IFormCollection form, ReopenReport reopen, ShowReport show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await reopen.Run(id, form.Edit(), actor, cancel);
        return result.Ok ? RoundEndpoints.Back($"/rounds/reports/{id}", "已收回定稿，可以继续修改。", flash, t, http) : await Page(id, show, form, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Sign(long id, IFormCollection form, SignByForm sign, ShowReport show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var agrees = form["verdict"] == "agree";
        var result = await sign.Run(id, form.Edit(), agrees, form, actor, cancel);
        return result.Ok ? RoundEndpoints.Back($"/rounds/reports/{id}", agrees ? "已报送，轮到大数据中心审核。" : "已退回修改。", flash, t, http) : await Page(id, show, form, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Decide(long id, IFormCollection form, DecideReport decide, ShowReport show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var accepts = form["verdict"] == "accept";
        var result = await decide.Run(id, form.Edit(), accepts, form["opinion"].ToString(), actor, cancel);
        return result.Ok ? RoundEndpoints.Back($"/rounds/reports/{id}", accepts ? "已通过，变更已经办理。" : "已退回单位。", flash, t, http) : await Page(id, show, form, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Expect(long id, IFormCollection form, ExpectReport expect, ShowReport show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await expect.Run(id, form.Edit(), form["expected"] == "true", form["why"].ToString(), actor, cancel);
        return result.Ok ? RoundEndpoints.Back($"/rounds/reports/{id}", "已办理。", flash, t, http) : await Page(id, show, form, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Rows(long id, ShowReportRows rows, HttpContext http, Actor actor, CancellationToken cancel) =>
        await rows.Run(id, new QueryState(http)["show"] == "new", new QueryState(http).Page, actor, cancel) is { } view ? Pages.Ok<ReportRowsPage>(new { View = view }) : Pages.Problem([RoundFaults.ReportNotFound]);

    private static async Task<IResult> Sheet(long id, ShowReport show, Actor actor, CancellationToken cancel) =>
        await show.Run(id, actor, cancel) is { Report.CheckCode.Length: > 0 } view ? Pages.Ok<SignSheetPage>(new { View = view }) : Pages.Problem([RoundFaults.NotNow]);
}
