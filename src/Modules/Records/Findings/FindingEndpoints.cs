using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Records.Findings.Campaigns;
using Qingdan.Records.Findings.Scores;
using Qingdan.Records.Findings.Waiving;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings;

/// <summary>The 问题清单: page, file, API.</summary>
internal static class FindingEndpoints
{
    public static void MapFindings(this IEndpointRouteBuilder routes)
    {
        var findings = routes.MapGroup("/findings").RequireAuthorization(p => p.RequireRole(Roles.Business));
        findings.MapGet("", List);
        findings.MapGet("/export", Export);
        ScoreEndpoints.Map(findings, routes);
        WaiverEndpoints.Map(findings);
        CampaignEndpoints.Map(findings);
        routes.MapFindingApi();
    }

    private static async Task<IResult> List(FindFindings find, FindingKinds kinds, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        return Pages.Ok<FindingsPage>(new { View = await find.Page(FindingFilter.From(http, kinds), query.Page, actor, cancel) });
    }

    private static Task<IResult> Export(FindFindings find, FindingKinds kinds, HttpContext http, Translator t, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var spec = new SheetSpec(t["问题清单"],
        [
            new(t["提供单位"], Width: 20, Key: "provider"), new(t["在哪里"], Width: 30, Key: "subject"), new(t["严重程度"], Width: 10, Key: "severity"), new(t["问题种类"], Width: 22, Key: "kind"),
            new(t["问题"], Width: 60, Key: "text"), new(t["单元格"], Width: 40, Key: "cells"), new(t["依据"], Width: 36, Key: "anchor"), new(t["改正"], Width: 30, Key: "place"), new(t["代码"], CellType.Code, 8, "code"),
        ]);
        return TableFile.Send(http, "findings", clock, (format, _, body) => SheetWriter.Write(format, body, spec, Rows(find.All(FindingFilter.From(http, kinds), actor, cancel), t), cancel));
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IAsyncEnumerable<FindingRow> rows, Translator t)
    {
        await foreach (var r in rows) yield return [r.Provider, r.Subject, t[r.Kind.Severity.Text()], t[r.Kind.Title], FindingWords.Sentence(t, r.Kind.Text, r.Args), Cells(r, t), t[r.Kind.Anchor], r.Place, r.Kind.Code];
    }

    private static string Cells(FindingRow row, Translator t) => string.Join(t["、"], row.Cells.Select(c => (c.Item.Length > 0 ? $"{c.Item} · " : "") + t[c.Label] + (c.Value.Length > 0 ? t["“{0}”", c.Value] : "")));
}
