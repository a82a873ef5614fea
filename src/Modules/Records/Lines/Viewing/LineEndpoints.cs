using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Rounds;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Lines.Viewing;

/// <summary>清单沿革 as pages, workbook and API.</summary>
internal static class LineEndpoints
{
    private const int Most = 500;

    public static void MapLines(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/lists/history").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", async (FindLines find, HttpContext http, CancellationToken cancel) => Pages.Ok<LinesOnDayPage>(new { View = await find.Page(Filter(new QueryState(http)), new QueryState(http).Page, cancel) }));
        read.MapGet("/workbook", (FindLines find, Translator t, HttpContext http, CancellationToken cancel) => Workbook(Filter(new QueryState(http)), find, t, cancel));
        read.MapGet("/{list}/{entry:long}", Show);
        var api = routes.MapGroup("/api/v1/lines").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("lines");
        api.MapGet("", List).Produces<LinesAnswer>().WithSummary("某日的清单：list、on（缺省今天）、unit、q，按 key 翻页 / a list as of a day, by keyset");
        api.MapGet("/{list}/{entry:long}", Answer).Produces<LineHistoryView>().WithSummary("一个条目的沿革 / an entry through time");
    }

    private static LineFilter Filter(QueryState query) => new(
        query["list"] ?? "", TypedDay.Meant(query["on"]),
        long.TryParse(query["unit"], NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : 0, query["q"]?.Trim() ?? "");

    private static async Task<IResult> Show(string list, long entry, ShowLine show, CancellationToken cancel) =>
        (await show.Run(list, entry, cancel)) is var found && found.TryGet(out var view) ? Pages.Ok<LineHistoryPage>(new { View = view }) : Pages.Problem(found.Faults);

    private static async Task<IResult> Answer(string list, long entry, ShowLine show, Translator t, CancellationToken cancel) =>
        (await show.Run(list, entry, cancel)) is var found && found.TryGet(out var view) ? TypedResults.Ok(view) : ProblemAnswers.From(found.Faults, t);

    private static async Task<IResult> List(FindLines find, CancellationToken cancel, string list = "", DateOnly? on = null, long unit = 0, string q = "", string after = "", int limit = 100)
    {
        var take = Math.Clamp(limit, 1, Most);
        var lines = await find.All(new LineFilter(list, on, unit, q.Trim()), cancel, after).Take(take).ToListAsync(cancel);
        return TypedResults.Ok(new LinesAnswer([.. find.List(list).Columns.Select(c => c.Key)], lines, lines.Count == take ? lines[^1].Key : null));
    }

    private static Task<IResult> Workbook(LineFilter filter, FindLines find, Translator t, CancellationToken cancel)
    {
        var list = find.List(filter.List);
        var spec = new SheetSpec(t[list.Title], [.. list.Columns.Select(c => new ColumnSpec(t[c.Title], c.Key is "key" or "code" ? CellType.Code : CellType.Text, 20)), new(t["生效自"], Width: 14), new(t["失效于"], Width: 14)])
        {
            Title = t[list.Title], Subline = filter.On is { } day ? t["{0} 24:00 时生效的条目", Shown.Day(day)] : t["现在生效的条目"],
        };
        return WorkbookAnswer.Whole($"{t[list.Title]}{(filter.On is { } on ? Shown.Day(on) : "")}.xlsx", target =>
            SheetWriter.WriteWorkbook(target, [new(spec, find.All(filter, cancel).Select(IReadOnlyList<object?> (l) => [.. l.Cells, l.FromAt, l.ToAt]))], cancel));
    }
}

/// <summary>Lines of a list on a day. <paramref name="Columns"/>: what the cells are. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record LinesAnswer(IReadOnlyList<string> Columns, IReadOnlyList<LineOnDay> Items, string? Next);
