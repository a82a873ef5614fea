using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Lists.Exports;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Findings;

/// <summary>The 问题清单: page, file, API.</summary>
internal static class FindingEndpoints
{
    public static void MapFindings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/findings", List).RequireAuthorization(p => p.RequireRole(Roles.Business));
        routes.MapGet("/findings/export", Export).RequireAuthorization(p => p.RequireRole(Roles.Business));
        routes.MapFindingApi();
    }

    private static async Task<IResult> List(FindFindings find, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        return Pages.Ok<FindingsPage>(new { View = await find.Page(FindingFilter.From(query), query.Page, actor, cancel) });
    }

    private static Task<IResult> Export(FindFindings find, HttpContext http, Translator t, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var spec = new SheetSpec(t["问题清单"],
        [
            new(t["提供单位"], Width: 20, Key: "provider"), new(t["在哪里"], Width: 30, Key: "subject"), new(t["严重程度"], Width: 10, Key: "severity"), new(t["问题种类"], Width: 22, Key: "kind"),
            new(t["问题"], Width: 60, Key: "text"), new(t["依据"], Width: 36, Key: "anchor"), new(t["改正"], Width: 30, Key: "place"), new(t["代码"], CellType.Code, 8, "code"),
        ]);
        return ListFile.Send(http, "findings", clock, (format, _, body) => SheetWriter.Write(format, body, spec, Rows(find.All(FindingFilter.From(new QueryState(http)), actor, cancel), t), cancel));
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IAsyncEnumerable<FindingRow> rows, Translator t)
    {
        await foreach (var r in rows) yield return [r.Provider, r.Subject, t[r.Severity], t[r.Title], FindingWords.Sentence(t, r.Text, r.Args), t[r.Anchor], r.Place, r.Code];
    }
}
