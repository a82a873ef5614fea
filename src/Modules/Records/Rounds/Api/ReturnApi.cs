using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Web;
using Qingdan.Records.Rounds.Returns;

namespace Qingdan.Records.Rounds.Api;

/// <summary>One returned workbook for programs: difference, columns, taking over, receipt.</summary>
internal static class ReturnApi
{
    public static void Map(RouteGroupBuilder returns)
    {
        returns.MapGet("/{id:long}", One).Produces<ReturnAnswer>().WithSummary("交回的工作簿：列对应、差异、问题；show 为 new、bad、same / a returned workbook: columns, difference, faults; show is new, bad or same");
        returns.MapPut("/{id:long}/mapping", Choose).NeedsIfMatch("records.round.if-match").Produces<ReturnAnswer>(StatusCodes.Status202Accepted).WithSummary("确定列对应并比对，须带 If-Match / settle the columns and compare, with If-Match");
        returns.MapPost("/{id:long}/takeover", Take).NeedsIfMatch("records.round.if-match").Produces<ReturnAnswer>().WithSummary("接收没有问题的行，须带 If-Match / take the rows without faults over, with If-Match");
        returns.MapDelete("/{id:long}", Drop).NeedsIfMatch("records.round.if-match").Produces(StatusCodes.Status204NoContent).WithSummary("放弃，须带 If-Match / drop it, with If-Match");
        returns.MapGet("/{id:long}/receipt", Receipt).Produces(StatusCodes.Status200OK, contentType: RoundApi.FileType).WithSummary("原样回执 / the same workbook with its faults marked");
    }

    /// <summary>The return as it stands, with some of its rows.</summary>
    public static async Task<ReturnAnswer?> Read(long id, string? which, int after, int take, ShowReceipt show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (await show.After(id, which, after, take, actor, cancel) is not { } view) return null;
        http.Tag(view.Return.Edit);
        return ReturnAnswer.Of(view, take, t);
    }

    private static async Task<IResult> One(long id, ShowReceipt receipt, Translator t, HttpContext http, Actor actor, CancellationToken cancel, string? show = null, int after = 0, int limit = 50) =>
        await Read(id, show, after, Math.Clamp(limit, 1, RoundApi.Most), receipt, t, http, actor, cancel) is { } answer ? Results.Ok(answer) : ProblemAnswers.From([RoundFaults.ReturnNotFound], t);

    private static async Task<IResult> Choose(long id, ReturnMappingOrder order, MapReturn map, ShowReceipt receipt, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (await receipt.After(id, null, 0, 1, actor, cancel) is not { } view) return ProblemAnswers.From([RoundFaults.ReturnNotFound], t);
        var headers = ColumnMapping.FromJson(view.Return.Mapping).Columns;
        var unknown = order.Columns.Keys.Except(headers.Select(c => c.Header)).Select(h => new Fault("records.return.unknown-column", "文件里没有“{0}”这一列。", "columns", FaultKind.Invalid, h)).ToList();
        if (unknown.Count > 0) return ProblemAnswers.From(unknown, t);
        var result = await map.Run(id, http.SeenEdit(), headers.ToDictionary(c => c.Column, c => order.Columns.GetValueOrDefault(c.Header, "")), actor, cancel);
        return result.Ok ? Results.Accepted($"/api/v1/rounds/returns/{id}", await Read(id, null, 0, RoundApi.Most, receipt, t, http, actor, cancel)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Take(long id, TakeReturn take, ShowReceipt receipt, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await take.Run(id, http.SeenEdit(), actor, cancel);
        return result.Ok ? await One(id, receipt, t, http, actor, cancel) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Drop(long id, DropReturn drop, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await drop.Run(id, http.SeenEdit(), actor, cancel);
        return result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Receipt(long id, WriteReceipt write, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await write.Run(id, actor, cancel);
        return result.TryGet(out var receipt) ? WorkbookAnswer.Of(receipt.Name, receipt.Content) : ProblemAnswers.From(result.Faults, t);
    }
}
