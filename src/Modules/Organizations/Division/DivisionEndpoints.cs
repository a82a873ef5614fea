using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Platform.Web.Components;

namespace Qingdan.Organizations.Division;

/// <summary>The 职责分工表, on the screen, on paper and as a file.</summary>
internal static class DivisionEndpoints
{
    public static void MapDivision(this IEndpointRouteBuilder routes)
    {
        var see = routes.MapGroup("/organizations/duties").For(Access.SeePeople);
        see.MapGet("", async (HttpContext http, ListDivision list, Actor actor, CancellationToken cancel) => Pages.Ok<DivisionPage>(new { View = await list.Run(new QueryState(http), actor, cancel) }));
        see.MapGet("/print", async (HttpContext http, ListDivision list, Actor actor, CancellationToken cancel) => Pages.Ok<PrintSheet>(new { Sheet = await list.Sheet(new QueryState(http), actor, cancel) }));
        see.MapGet("/export", Export);
    }

    private static async Task<IResult> Export(HttpContext http, ListDivision list, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var format = Enum.TryParse<TableFormat>(query["format"], true, out var asked) && Enum.IsDefined(asked) ? asked : TableFormat.Xlsx;
        http.Response.ContentType = SheetWriter.MediaType(format);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"duties-{Shown.Day(clock.Today())}.{format.ToString().ToLowerInvariant()}\"";
        http.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        await list.Write(format, http.Response.Body, query, actor, cancel);
        return Results.Empty;
    }
}
