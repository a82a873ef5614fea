using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Rounds.Reporting;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Records.Rounds.Templates;

namespace Qingdan.Records.Rounds.Api;

/// <summary>One report for programs: its workbook, its parts, its signature, its decision. Steps answer the report as it then stands.</summary>
internal static class ReportApi
{
    public static void Map(RouteGroupBuilder reports)
    {
        reports.MapGet("/{id:long}", One).Produces<ReportAnswer>().WithSummary("一份报送：状态、签批、处室、工作簿 / one report: state, signatures, parts, workbooks");
        reports.MapGet("/{id:long}/template", Template).Produces(StatusCodes.Status200OK, contentType: RoundApi.FileType).WithSummary("预填的工作簿 / the prefilled workbook");
        reports.MapPost("/{id:long}/returns", Send).TakesFiles().DisableAntiforgery().Produces<ReturnAnswer>(StatusCodes.Status201Created).WithSummary("交回工作簿 / hand a workbook in");
        reports.MapGet("/{id:long}/rows", Rows).Produces<ReportRowsAnswer>().WithSummary("报送的行，按序号翻页 / rows of a report, by place");
        reports.MapGet("/{id:long}/parts", PartRows).Produces<PartRowsAnswer>().WithSummary("可以分给处室的行 / rows that can be given to offices");
        reports.MapPost("/{id:long}/parts", Assign).Produces<NewAnswer>(StatusCodes.Status201Created).WithSummary("分给处室 / give rows to an office");
        reports.MapPost("/{id:long}/parts/{part:long}/dispatch", SendPart).Produces(StatusCodes.Status204NoContent).WithSummary("处室的工作簿已发出 / the office's workbook was sent");
        reports.MapDelete("/{id:long}/parts/{part:long}", DropPart).Produces(StatusCodes.Status204NoContent).WithSummary("收回处室的部分 / take a part back");
        reports.MapPost("/{id:long}/final", Finish).NeedsIfMatch("records.round.if-match").Produces<ReportAnswer>().WithSummary("定稿，须带 If-Match / finish the content, with If-Match");
        reports.MapDelete("/{id:long}/final", Reopen).NeedsIfMatch("records.round.if-match").Produces<ReportAnswer>().WithSummary("收回定稿，须带 If-Match / take the finished content back, with If-Match");
        reports.MapPost("/{id:long}/signature", Sign).TakesFiles().Accepts<SignatureForm>("multipart/form-data", "application/x-www-form-urlencoded").NeedsIfMatch("records.round.if-match").Produces<ReportAnswer>().WithSummary("负责人签批，或代录线下签批，须带 If-Match / the head signs, in the system or on paper, with If-Match");
        reports.MapPost("/{id:long}/decision", Decide).NeedsIfMatch("records.round.if-match").Produces<ReportAnswer>().WithSummary("通过或退回，须带 If-Match / accept or return, with If-Match");
        reports.MapPost("/{id:long}/expectation", Expect).NeedsIfMatch("records.round.if-match").Produces<ReportAnswer>().WithSummary("改变应报范围，须带 If-Match / expect it or not, with If-Match");
    }

    private static async Task<IResult> One(long id, ShowReport show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (await show.Run(id, actor, cancel) is not { } view) return ProblemAnswers.From([RoundFaults.ReportNotFound], t);
        http.Tag(view.Report.Edit);
        return TypedResults.Ok(ReportAnswer.Of(view));
    }

    private static async Task<IResult> Template(long id, WriteTemplate write, Translator t, Actor actor, CancellationToken cancel, long part = 0)
    {
        var result = await write.Run(id, part, actor, cancel);
        return result.TryGet(out var book) ? await WorkbookAnswer.Whole(book.Name, book.Write) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Send(long id, IFormFile file, ReceiveReturn receive, ShowReceipt show, Translator t, HttpContext http, Actor actor, CancellationToken cancel, [FromForm] long part = 0)
    {
        await using var content = file.OpenReadStream();
        var result = await receive.Run(id, part, file.FileName, content, actor, cancel);
        if (!result.TryGet(out var returned)) return ProblemAnswers.From(result.Faults, t);
        return Results.Created($"/api/v1/rounds/returns/{returned}", await ReturnApi.Read(returned, null, 0, RoundApi.Most, show, t, http, actor, cancel));
    }

    private static async Task<IResult> Rows(long id, ShowReportRows rows, Translator t, Actor actor, CancellationToken cancel, string? show = null, int after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, RoundApi.Most);
        if (await rows.After(id, show == "new", after, take, actor, cancel) is not { } read) return ProblemAnswers.From([RoundFaults.ReportNotFound], t);
        return TypedResults.Ok(new ReportRowsAnswer([.. read.Select(r => new ReportedLine(r.Place, r.Change, r.Values, r.Was))], read.Count == take ? read[^1].Place : null));
    }

    private static async Task<IResult> PartRows(long id, ReadParts parts, Translator t, Actor actor, CancellationToken cancel, string? q = null, long after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, RoundApi.Most);
        if (await parts.After(id, q, after, take, actor, cancel) is not { } read) return ProblemAnswers.From([RoundFaults.ReportNotFound], t);
        return TypedResults.Ok(new PartRowsAnswer([.. read.Select(r => new PartLine(r.Id, r.Name, r.Further.Length > 0 ? r.Further : null, r.Office.Length > 0 ? r.Office : null))], read.Count == take ? read[^1].Id : null));
    }

    private static async Task<IResult> Assign(long id, PartOrder order, Parts parts, ReadParts read, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await parts.Assign(id, order.Office, order.Contact, order.All ? await read.All(id, order.Q, actor, cancel) : [.. (order.Ids ?? []).Distinct()], actor, cancel);
        return result.TryGet(out var part) ? Results.Created($"/api/v1/rounds/reports/{id}", new NewAnswer(part)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> SendPart(long id, long part, Parts parts, Translator t, Actor actor, CancellationToken cancel) => RoundApi.Done(await parts.Send(id, part, actor, cancel), t);

    private static async Task<IResult> DropPart(long id, long part, Parts parts, Translator t, Actor actor, CancellationToken cancel) => RoundApi.Done(await parts.Drop(id, part, actor, cancel), t);

    private static async Task<IResult> Finish(long id, FinishReport finish, ShowReport show, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
        await Then(await finish.Run(id, http.SeenEdit(), actor, cancel), id, show, t, http, actor, cancel);

    private static async Task<IResult> Reopen(long id, ReopenReport reopen, ShowReport show, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
        await Then(await reopen.Run(id, http.SeenEdit(), actor, cancel), id, show, t, http, actor, cancel);

    private static async Task<IResult> Sign(long id, SignByForm sign, ShowReport show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancel) : FormCollection.Empty;
        if (!bool.TryParse(form["agrees"], out var agrees)) return ProblemAnswers.From([new Fault("records.report.agrees", "请写明 agrees：true 同意报送，false 退回修改。", "agrees")], t);
        return await Then(await sign.Run(id, http.SeenEdit(), agrees, form, actor, cancel), id, show, t, http, actor, cancel);
    }

    private static async Task<IResult> Decide(long id, DecisionOrder order, DecideReport decide, ShowReport show, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
        await Then(await decide.Run(id, http.SeenEdit(), order.Accepts, order.Opinion, actor, cancel), id, show, t, http, actor, cancel);

    private static async Task<IResult> Expect(long id, ExpectationOrder order, ExpectReport expect, ShowReport show, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
        await Then(await expect.Run(id, http.SeenEdit(), order.Expected, order.Why, actor, cancel), id, show, t, http, actor, cancel);

    private static async Task<IResult> Then(Result<Done> result, long id, ShowReport show, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
        result.Ok ? await One(id, show, t, http, actor, cancel) : ProblemAnswers.From(result.Faults, t);
}
