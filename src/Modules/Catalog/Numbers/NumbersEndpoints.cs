using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Numbers;

/// <summary>Page, workbook and API of the figures by unit and month.</summary>
internal static class NumbersEndpoints
{
    public static void Map(RouteGroupBuilder catalog, IEndpointRouteBuilder routes)
    {
        catalog.MapGet("/numbers", async (ReadNumbers read, HttpContext http, Actor actor, CancellationToken cancel) => Pages.Ok<NumbersPage>(new { View = await Read(read, http, actor, cancel), new QueryState(http).Page }));
        catalog.MapGet("/numbers/export", Export);
        routes.MapGet("/api/v1/catalog/numbers", Answer).WithMetadata(new QueryNames("month", "unit")).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("catalog").WithSummary("各单位每月的覆盖率、规范率、更新及时率 / coverage, conformity and timeliness by unit and month");
    }

    private static Task<NumbersView> Read(ReadNumbers read, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        return read.Run(query["month"], long.TryParse(query["unit"], NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : 0, actor, cancel);
    }

    private static async Task<Ok<NumbersAnswer>> Answer(ReadNumbers read, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var view = await Read(read, http, actor, cancel);
        return TypedResults.Ok(new NumbersAnswer(view.Month, view.Units, view.Months));
    }

    private static async Task<IResult> Export(ReadNumbers read, HttpContext http, Translator t, Actor actor, CancellationToken cancel)
    {
        var view = await Read(read, http, actor, cancel);
        List<SheetTable> sheets =
        [
            new(Spec(t, t["各单位"], t["单位"]), view.Units.Append(view.Total with { Unit = t["合计"] }).Select(r => Row(r.Unit, r)).ToAsyncEnumerable()),
            new(Spec(t, t["各月"], t["月份"]), view.Months.Select(r => Row(r.Month, r)).ToAsyncEnumerable()),
        ];
        return Results.Stream(target => SheetWriter.WriteWorkbook(target, sheets, cancel), SheetWriter.MediaType(TableFormat.Xlsx), $"{t["目录指标"]}-{view.Month}.xlsx");
    }

    private static SheetSpec Spec(Translator t, string name, string head) => new(name,
    [
        new(head, Width: 24), new(t["生效目录"], CellType.Number, 10), new(t["规范的目录"], CellType.Number, 12), new(t["规范率（%）"], CellType.Number, 12), new(t["运行的系统"], CellType.Number, 12), new(t["有目录的系统"], CellType.Number, 12),
        new(t["覆盖率（%）"], CellType.Number, 12), new(t["写明更新的目录"], CellType.Number, 14), new(t["按时更新的目录"], CellType.Number, 14), new(t["更新及时率（%）"], CellType.Number, 14),
    ]);

    private static IReadOnlyList<object?> Row(string name, MonthNumbers r) => [name, r.Resources, r.Conforming, r.Conformity, r.Systems, r.Covered, r.Coverage, r.Timed, r.Fresh, r.Timeliness];
}

/// <summary>The units of a month, and the months up to now. Rates are percents, null where there is nothing to divide by.</summary>
internal sealed record NumbersAnswer(string Month, IReadOnlyList<MonthNumbers> Units, IReadOnlyList<MonthNumbers> Months);
