using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Systems;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Platform.Web.Components;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Coverage;

/// <summary>Page, workbook and sheet of the coverage, and the one step that registers what was found.</summary>
internal static class CoverageEndpoints
{
    public static void Map(RouteGroupBuilder catalog)
    {
        var see = catalog.MapGroup("/coverage");
        see.MapGet("", Show);
        see.MapGet("/export", Export);
        see.MapGet("/print", Print);
        see.MapGroup("").RequireAuthorization(p => p.RequireRole(RegisterAccess.Keepers)).MapPost("/register", Register);
    }

    private static async Task<IResult> Show(HttpContext http, ReadCoverage read, ListCoverage lists, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var (picture, units) = (await read.Run(actor, cancel), await organizations.Tree(cancel));
        var view = new CoverageView { Total = UnitLayers.Sum([.. picture.Units]), Units = [.. picture.Units.Skip((query.Page - 1) * CoverageView.Size).Take(CoverageView.Size)], Page = query.Page, Count = picture.Units.Count };
        if (RegisterText.Choice<CoverageList>(query["list"]) is not { } list) return Pages.Ok<CoveragePage>(new { View = view });
        var unit = long.TryParse(query["unit"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var (rows, count) = await lists.Run(picture, list, unit, query["name"] ?? "", (query.Page - 1) * CoverageView.Size, CoverageView.Size, cancel);
        var mine = actor.UnitId != 0 && actor.Is(RegisterAccess.Keepers) && (unit == 0 ? !actor.Is(Roles.SeeAll) : units.Living(unit) == units.Living(actor.UnitId));
        return Pages.Ok<CoveragePage>(new
        {
            View = view with { List = list, UnitId = unit, Unit = unit == 0 ? "" : units.ShortName(unit), SystemName = query["name"] ?? "", Rows = rows, Count = count, MayRegister = mine && list == CoverageList.Unregistered && count > 0 },
        });
    }

    private static async Task<IResult> Register(RegisterFoundSystems register, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var done = await register.Run(actor, cancel);
        flash.Say(http, done.TryGet(out var count) ? new FlashMessage(Tone.Ok, t["已登记 {0} 个系统，状态为待确认：请逐个补上等保级别、上线日期等。", count]) : new FlashMessage(Tone.Warn, t[done.Faults[0]]));
        return Results.LocalRedirect(done.Ok ? "/catalog/systems?proposed=true" : "/catalog/coverage");
    }

    private static async Task<IResult> Export(ReadCoverage read, ListCoverage lists, Translator t, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var picture = await read.Run(actor, cancel);
        var figures = picture.Units.Append(UnitLayers.Sum([.. picture.Units]) with { Unit = t["合计"] });
        List<SheetTable> sheets = [new(CoverageSheets.Figures(t, picture.Units, clock.Today()), CoverageSheets.Rows(CoverageSheets.FigureRows(figures)))];
        foreach (var list in Enum.GetValues<CoverageList>())
            sheets.Add(new(CoverageSheets.List(t, list), CoverageSheets.Rows(t, (await lists.Run(picture, list, 0, "", 0, SheetWriter.MostRows - 1, cancel)).Rows)));
        return Results.Stream(target => SheetWriter.WriteWorkbook(target, sheets, cancel), SheetWriter.MediaType(TableFormat.Xlsx), $"{t["三层目录覆盖情况"]}-{clock.Today():yyyyMMdd}.xlsx");
    }

    private static async Task<IResult> Print(ReadCoverage read, Translator t, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var picture = await read.Run(actor, cancel);
        var spec = CoverageSheets.Figures(t, picture.Units, clock.Today());
        List<IReadOnlyList<string>> rows = [.. CoverageSheets.FigureRows(picture.Units).Select(r => (IReadOnlyList<string>)[.. r.Select(c => $"{c}")])];
        return Pages.Ok<PrintSheet>(new { Sheet = new PrintSheetView("/catalog/coverage", spec.Title!, spec.Subline!, [.. spec.Columns.Select(c => c.Header)], [.. rows.Take(PrintSheetView.Most)], picture.Units.Count) });
    }
}
