using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Search;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Platform.Web.Components;

namespace Qingdan.Catalog.Exporting;

/// <summary>Downloads and the sheet for the printer, with the filter of the page they were asked from.</summary>
internal static class ExportEndpoints
{
    public static void Map(RouteGroupBuilder catalog)
    {
        catalog.MapGet("/export", Export);
        catalog.MapGet("/print", Print);
    }

    // Without a format it is the page that offers them.
    private static async Task<IResult> Export(HttpRequest request, CatalogExport export, BrowseCatalog browse, Translator t, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var query = CatalogQuery.From(request.Query);
        if (!Enum.TryParse<TableFormat>(request.Query["format"], ignoreCase: true, out var format) || !Enum.IsDefined(format))
            return Pages.Ok<ExportPage>(new { Query = query, (await browse.Ids(query, actor, cancel)).Count });
        var prepared = await export.Prepare(query, format, request.Query["view"] == "print", actor, cancel);
        if (!prepared.TryGet(out var write)) return Pages.Problem(prepared.Faults);
        var name = $"{t["数据目录"]}-{clock.Today():yyyyMMdd}.{format.ToString().ToLowerInvariant()}";
        return Results.Stream(write, SheetWriter.MediaType(format), name);
    }

    private static async Task<IResult> Print(HttpRequest request, BrowseCatalog browse, ExportRows rows, Translator t, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var query = CatalogQuery.From(request.Query).ForPrint();
        var ids = await browse.Ids(query with { Sort = request.Query.ContainsKey("sort") ? query.Sort : "unit" }, actor, cancel);
        var shown = new List<IReadOnlyList<string>>();
        await foreach (var row in rows.Print([.. ids.Take(PrintSheetView.Most)], cancel)) shown.Add([.. row.Skip(1).Select(c => $"{c}")]);
        var spec = ExportColumns.Print(t, await rows.Body(query, cancel), clock.Today(), ids.Count);
        return Pages.Ok<PrintSheet>(new { Sheet = new PrintSheetView("/catalog", spec.Title!, spec.Subline!, [.. spec.Columns.Skip(1).Select(c => c.Header)], shown, ids.Count) });
    }
}
