using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Web;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>One returned workbook: receipt, columns, taking over.</summary>
internal static class ReturnEndpoints
{
    public static void Map(RouteGroupBuilder returns)
    {
        returns.MapGet("/{id:long}", (long id, ShowReceipt show, HttpContext http, Actor actor, CancellationToken cancel) => Page(id, show, http, [], actor, cancel));
        returns.MapGet("/{id:long}/progress", Progress);
        returns.MapGet("/{id:long}/mapping", (long id, ShowReceipt show, Actor actor, CancellationToken cancel) => Columns(id, show, null, [], actor, cancel));
        returns.MapPost("/{id:long}/mapping", Choose);
        returns.MapPost("/{id:long}/take", Take);
        returns.MapPost("/{id:long}/drop", Drop);
        returns.MapGet("/{id:long}/receipt", Receipt);
    }

    private static async Task<IResult> Page(long id, ShowReceipt show, HttpContext http, IReadOnlyList<Fault> faults, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        if (await show.Run(id, query["show"], query.Page, actor, cancel) is not { } view) return Pages.Problem([RoundFaults.ReturnNotFound]);
        return faults.Count == 0 ? Pages.Ok<ReceiptPage>(new { View = view }) : Pages.Refused<ReceiptPage>(new { View = view }, faults);
    }

    private static async Task<IResult> Progress(long id, ReportAccess access, Translator t, Actor actor, CancellationToken cancel) =>
        await access.FindReturn(id, actor, cancel) is ({ } row, _) ? Results.Ok(new { done = 0, total = 0, note = t["与系统比对"], state = row.State == ReturnState.Reading ? "running" : "done" }) : Results.NotFound();

    private static async Task<IResult> Columns(long id, ShowReceipt show, IFormCollection? texts, IReadOnlyList<Fault> faults, Actor actor, CancellationToken cancel)
    {
        if (await show.Run(id, "bad", 1, actor, cancel) is not { } view) return Pages.Problem([RoundFaults.ReturnNotFound]);
        var parameters = new { View = view, Mapping = ColumnMapping.FromJson(view.Return.Mapping), Texts = texts };
        return faults.Count == 0 ? Pages.Ok<MapPage>(parameters) : Pages.Refused<MapPage>(parameters, faults);
    }

    private static async Task<IResult> Choose(long id, IFormCollection form, MapReturn map, ShowReceipt show, Actor actor, CancellationToken cancel)
    {
        var columns = form.Keys.Where(k => k.Length > 1 && k[0] == 'c' && int.TryParse(k.AsSpan(1), out _)).ToDictionary(k => int.Parse(k.AsSpan(1), CultureInfo.InvariantCulture), k => form[k].ToString());
        var result = await map.Run(id, form.Edit(), columns, actor, cancel);
        return result.Ok ? Results.LocalRedirect($"/rounds/returns/{id}") : await Columns(id, show, form, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Take(long id, IFormCollection form, TakeReturn take, ShowReceipt show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await take.Run(id, form.Edit(), actor, cancel);
        return result.TryGet(out var report) ? RoundEndpoints.Back($"/rounds/reports/{report}", "已接收。还有处室没交的继续收；都齐了就定稿。", flash, t, http) : await Page(id, show, http, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Drop(long id, IFormCollection form, DropReturn drop, ShowReceipt show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await drop.Run(id, form.Edit(), actor, cancel);
        return result.TryGet(out var report) ? RoundEndpoints.Back($"/rounds/reports/{report}", "已放弃，没有改动任何数据。", flash, t, http) : await Page(id, show, http, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Receipt(long id, WriteReceipt write, Actor actor, CancellationToken cancel)
    {
        var result = await write.Run(id, actor, cancel);
        return result.TryGet(out var receipt) ? WorkbookAnswer.Of(receipt.Name, receipt.Content) : Pages.Problem(result.Faults);
    }
}
