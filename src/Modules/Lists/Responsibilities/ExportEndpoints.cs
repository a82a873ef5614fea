using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Platform.Web.Components;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The 责任清单 as files and on paper, with the filter of the page.</summary>
internal static class ExportEndpoints
{
    public static void Map(RouteGroupBuilder read)
    {
        read.MapGet("/export", (ExportEntries export, HttpContext http, TimeProvider clock, Actor actor, CancellationToken cancel) =>
            TableFile.Send(http, "responsibilities", clock, (format, print, body) => export.Write(EntryFilter.From(new QueryState(http)), Sort(http), format, print, actor, body, cancel)));
        read.MapGet("/print", async (ExportEntries export, HttpContext http, Actor actor, CancellationToken cancel) =>
            Pages.Ok<PrintSheet>(new { Sheet = await export.Sheet(EntryFilter.From(new QueryState(http)), Sort(http), actor, cancel) }));
    }

    private static string Sort(HttpContext http) => new QueryState(http)["sort"] ?? "unit";
}
