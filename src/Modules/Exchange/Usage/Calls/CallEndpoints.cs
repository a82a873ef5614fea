using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Usage.Calls;

/// <summary>Single calls: the list of a day, one by its number, the workbook, the API.</summary>
internal static class CallEndpoints
{
    private const string Href = "/exchange/calls";
    private const int Size = 50, Most = 200, MostExported = 100_000;

    public static void MapCalls(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup(Href).RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", List);
        read.MapGet("/{id:long}", One);
        read.MapGet("/export", Export);
        var api = routes.MapGroup("/api/v1/exchange/calls").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("usage");
        api.MapGet("", ListByApi).WithMetadata(new QueryNames("day", "grant", "application", "unit", "resource", "result", "reason", "before")).WithSummary("调用记录，新的在前，按 before 翻页 / single calls, newest first, by keyset");
        api.MapGet("/{id:long}", async (long id, ShowCalls show, Translator t, Actor actor, CancellationToken cancel) => await show.One(id, actor, cancel) is var found && found.TryGet(out var view) ? TypedResults.Ok(view) : (IResult)ProblemAnswers.From(found.Faults, t))
            .Produces<CallView>().WithSummary("一次调用，按返回的 Exchange-Call 编号 / one call by the number of its answer");
    }

    // Of a day, today unless another is named: who looks for one knows about when it was.
    private static async Task<IResult> List(ShowCalls show, TimeProvider clock, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        if (query["number"]?.Trim() is { Length: > 0 } number) return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && (await show.One(id, actor, cancel)).Ok ? Results.LocalRedirect($"{Href}/{id}") : Pages.Refused<CallListPage>(new { View = await Page() }, [ShowCalls.NotFound]);
        return Pages.Ok<CallListPage>(new { View = await Page() });

        Task<CallsView> Page() => show.Page(Filter(query) is { Day: null } any ? any with { Day = clock.Today() } : Filter(query), Size, actor, cancel);
    }

    private static async Task<IResult> One(long id, ShowCalls show, Actor actor, CancellationToken cancel)
    {
        var found = await show.One(id, actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<CallPage>(new { View = view }) : Pages.Problem(found.Faults);
    }

    private static async Task<Ok<CallsView>> ListByApi(ShowCalls show, HttpContext http, Actor actor, CancellationToken cancel, int limit = Size) =>
        TypedResults.Ok(await show.Page(Filter(new QueryState(http)), Math.Clamp(limit, 1, Most), actor, cancel));

    private static CallFilter Filter(QueryState query) => new(
        Number(query["grant"]), Number(query["application"]), Number(query["unit"]), Number(query["resource"]), TypedDay.Meant(query["day"]),
        Enum.TryParse<CallResult>(query["result"], out var result) && Enum.IsDefined(result) ? result : null, query["reason"], CallPlace.Read(query["before"]));

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static async Task<IResult> Export(ShowCalls show, TimeProvider clock, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var filter = Filter(new QueryState(http));
        var view = await show.Page(filter with { Day = filter.Day ?? clock.Today(), Before = null }, MostExported, actor, cancel);
        SheetTable sheet = new(new(t["调用记录"],
            [
                new(t["调用编号"], Width: 22), new(t["时间"], Width: 20), new(t["应用"], Width: 24), new(t["使用单位"], Width: 20), new(t["提供单位"], Width: 20), new(t["数据"], Width: 32), new(t["授权编号"], Width: 22), new(t["结果"]), new(t["为什么"], Width: 48), new(t["原因代码"], Width: 28),
                new(t["行数"], CellType.Number), new(t["字节"], CellType.Number), new(t["毫秒"], CellType.Number),
            ]), view.Rows.Select(r => (IReadOnlyList<object?>)[$"{r.Id}", Shown.Second(r.At), r.Application, r.Consumer, r.Provider, r.Resource, r.Grant, t[r.Result], r.Why.Length > 0 ? t[r.Why] : "", r.Code, r.Rows, r.Bytes, (long)r.Milliseconds]).ToAsyncEnumerable());
        return Results.Stream(target => SheetWriter.WriteWorkbook(target, [sheet], cancel), SheetWriter.MediaType(TableFormat.Xlsx), $"{t["调用记录"]}-{view.Day}.xlsx");
    }
}
