using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The 责任清单 as files and on paper, with the filter of the page.</summary>
internal static class ExportEndpoints
{
    // A sheet for people: whoever needs more takes the workbook.
    private const int MostPrinted = 2_000;

    public static void Map(RouteGroupBuilder read)
    {
        read.MapGet("/export", Export);
        read.MapGet("/print", Print);
    }

    private static async Task Export(ExportEntries export, HttpContext http, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var format = Enum.TryParse<TableFormat>(query["format"], true, out var asked) && Enum.IsDefined(asked) ? asked : TableFormat.Xlsx;
        http.Response.ContentType = SheetWriter.MediaType(format);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"responsibilities-{Shown.Day(clock.Today())}.{format.ToString().ToLowerInvariant()}\"";
        http.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        await export.Write(EntryFilter.From(query), query["sort"] ?? "unit", format, query["view"] == "print", actor, http.Response.Body, cancel);
    }

    private static async Task<IResult> Print(ExportEntries export, FindEntries find, IOrganizationDirectory organizations, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var (filter, units) = (EntryFilter.From(query), await organizations.Tree(cancel));
        var ids = await find.Ids(filter, query["sort"] ?? "unit", actor, cancel);
        var rows = new List<PrintRow>();
        await foreach (var (e, items, unit) in export.Rows([.. ids.Take(MostPrinted)], units, cancel))
            rows.Add(new PrintRow(
                e.Name, e.Code, unit?.ShortName ?? "", items.Count == 0 ? t["整条"] : string.Join('、', items.Select(i => i.Name)), t[e.Share?.Name() ?? "未定"], e.ShareCondition, e.ShareWays,
                e.Frequency is { } f ? t[f.Name()] : "", e.Number ?? ""));
        var (title, subline) = export.Heading(filter, units);
        return Pages.Ok<PrintPage>(new { Title = title, Subline = subline, Rows = rows, Total = (long)ids.Count });
    }
}

/// <summary>One row on paper, translated.</summary>
public sealed record PrintRow(string Name, string Code, string Provider, string Items, string Share, string Condition, string Ways, string Frequency, string Number);
