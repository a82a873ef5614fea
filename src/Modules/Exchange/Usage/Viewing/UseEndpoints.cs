using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Usage.Viewing;

/// <summary>The page of the use, its workbook and its API.</summary>
internal static class UseEndpoints
{
    public static void MapUsage(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/exchange/usage").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", async (FindUse find, HttpContext http, Actor actor, CancellationToken cancel) => Pages.Ok<UsePage>(new { View = await Find(find, http, actor, cancel) }));
        read.MapGet("/export", Export);
        var follows = routes.MapGroup("/exchange/usage/attempts").RequireAuthorization(p => p.RequireRole(Roles.DataCentre));
        follows.MapGet("", (string code, long application, long resource, FindUse find, Actor actor, CancellationToken cancel) => Attempt(new(code, application, resource), find, actor, null, [], cancel));
        follows.MapPost("", FollowUp);
        routes.MapPost("/api/v1/exchange/usage/attempts", FollowUpByApi).RequireAuthorization(p => p.RequireRole(Roles.DataCentre)).WithTags("usage").Produces(StatusCodes.Status204NoContent).WithSummary("记下越权尝试的处理情况 / keep what was done about calls beyond a grant");
        routes.MapGet("/api/v1/exchange/usage", Answer).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("usage").WithSummary("使用情况：by 为 grant、unit、resource、refused 或 unused / use of grants, units and resources");
    }

    private static Task<UseView> Find(FindUse find, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        return find.Page(query["by"], int.TryParse(query["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 30, actor, cancel);
    }

    private static async Task<Ok<UseView>> Answer(FindUse find, Actor actor, CancellationToken cancel, string? by = null, int days = 30) => TypedResults.Ok(await find.Page(by, days, actor, cancel));

    private static async Task<IResult> Attempt(Attempts about, FindUse find, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        if (await find.Attempts(about, actor, cancel) is not { } line) return Pages.Problem(faults.Count > 0 ? faults : [FollowUpAttempts.NotThere]);
        return faults.Count == 0 ? Pages.Ok<AttemptPage>(new { Line = line }) : Pages.Refused<AttemptPage>(new { Line = line, Texts = texts }, faults);
    }

    private static async Task<IResult> FollowUp(IFormCollection form, FollowUpAttempts act, FindUse find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var about = new Attempts(form["code"].ToString(), Number(form["application"]), Number(form["resource"]));
        var done = await act.Run(about, form["measure"].ToString(), form["note"].ToString(), actor, cancel);
        if (!done.Ok) return await Attempt(about, find, actor, form, done.Faults, cancel);
        return flash.Back(http, "/exchange/usage?by=refused", t["已记下处理情况。"]);
    }

    private static Task<IResult> FollowUpByApi(FollowUpOrder order, FollowUpAttempts act, Translator t, Actor actor, CancellationToken cancel) =>
        ExchangeApi.Done(t, act.Run(new(order.Code, order.ApplicationId, order.ResourceId), order.Measure, order.Note, actor, cancel));

    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static async Task<IResult> Export(FindUse find, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var view = await Find(find, http, actor, cancel);
        SheetTable sheet = view.By == "refused"
            ? new(new(t["被拒绝的调用"], [new(t["为什么"], Width: 48), new(t["代码"]), new(t["应用"], Width: 24), new(t["数据"], Width: 32), new(t["次数"], CellType.Number), new(t["最近一次"])]),
                view.Refusals.Select(r => (IReadOnlyList<object?>)[t[r.Text], r.Code, r.Application, r.Resource, r.Total, Shown.Instant(r.LastAt)]).ToAsyncEnumerable())
            : new(new(t["使用情况"], [new(t["名称"], Width: 32), new(t["说明"], Width: 32), new(t["已放行"], CellType.Number), new(t["拒绝"], CellType.Number), new(t["提供方出错"], CellType.Number), new(t["行数"], CellType.Number), new(t["字节"], CellType.Number), new(t["今天"], CellType.Number), new(t["每日额度"], CellType.Number), new(t["最近一次"])]),
                view.Lines.Select(r => (IReadOnlyList<object?>)[r.Name, r.Beside, r.Answered, r.Refused, r.Failed, r.Rows, r.Bytes, r.Today, (long)r.Quota, r.LastAt is { } at ? Shown.Instant(at) : ""]).ToAsyncEnumerable());
        return Results.Stream(target => SheetWriter.WriteWorkbook(target, [sheet], cancel), SheetWriter.MediaType(TableFormat.Xlsx), $"{t["使用情况"]}.xlsx");
    }
}

/// <summary>What was done about calls beyond a grant; <paramref name="ApplicationId"/> 0 is a caller that is not known.</summary>
internal sealed record FollowUpOrder(string Code, string Measure, string Note, long ApplicationId = 0, long ResourceId = 0);
