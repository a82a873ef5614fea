using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Overview;

/// <summary>Page, workbook and API of what units need and owe.</summary>
internal static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/workflow/overview").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", async (ReadOverview overview, Actor actor, CancellationToken cancel) => Pages.Ok<OverviewPage>(new { View = await overview.Run(actor, cancel) }));
        read.MapGet("/export", Export);
        routes.MapGet("/api/v1/workflow/overview", async (ReadOverview overview, Actor actor, CancellationToken cancel) => TypedResults.Ok(new OverviewAnswer((await overview.Run(actor, cancel)).Rows)))
            .RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("cases").WithSummary("各单位提出的、欠着的、按期的 / what units need, owe and kept in time");
    }

    private static async Task<IResult> Export(ReadOverview overview, Translator t, Actor actor, CancellationToken cancel)
    {
        var view = await overview.Run(actor, cancel);
        SheetTable sheet = new(
            new(t["各单位"],
            [
                new(t["单位"], Width: 24), new(t["提出的：在办"], CellType.Number, 12), new(t["提出的：已结"], CellType.Number, 12), new(t["欠着的"], CellType.Number, 10), new(t["超期未办"], CellType.Number, 10),
                new(t["已办期限"], CellType.Number, 10), new(t["其中超期"], CellType.Number, 10), new(t["按期率（%）"], CellType.Number, 12), new(t["不同意共享"], CellType.Number, 12), new(t["部分同意共享"], CellType.Number, 12),
            ]),
            view.Rows.Select(r => (IReadOnlyList<object?>)[r.Unit, r.Needs, r.NeedsEnded, r.Owes, r.Overdue, r.Done, r.Late, r.OnTime, r.Refused, r.Partial]).ToAsyncEnumerable());
        return Results.Stream(target => SheetWriter.WriteWorkbook(target, [sheet], cancel), SheetWriter.MediaType(TableFormat.Xlsx), $"{t["办理概况"]}.xlsx");
    }
}

/// <summary>The units.</summary>
internal sealed record OverviewAnswer(IReadOnlyList<OverviewRow> Units);
