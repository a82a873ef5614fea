using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases.Viewing;

/// <summary>Looking at cases.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/workflow").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("/cases", List);
        read.MapGet("/cases/{id:long}", (long id, ShowCase show, Actor actor, CancellationToken cancel) => Page(id, show, actor, null, [], cancel));
        read.MapGet("/flow", () => Pages.Ok<FlowPage>(new { }));
        routes.MapGet("/workflow/cases/{id:long}/answer", (long id, ShowCase show, Actor actor, CancellationToken cancel) => AnswerDesk(id, show, actor, null, [], cancel))
            .RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
    }

    /// <summary>The page of a case, or what was refused on it with all that was typed.</summary>
    public static async Task<IResult> Page(long id, ShowCase show, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<CasePage>(new { View = view }) : Pages.Refused<CasePage>(new { View = view, Texts = texts }, faults);
    }

    /// <summary>The desk at which a provider writes its answer.</summary>
    public static async Task<IResult> AnswerDesk(long id, ShowCase show, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        if (!view.May.Answer) return Pages.Problem(faults.Count > 0 ? faults : [CaseFaults.NotNow]);
        return faults.Count == 0 ? Pages.Ok<AnswerPage>(new { View = view, Texts = texts }) : Pages.Refused<AnswerPage>(new { View = view, Texts = texts }, faults);
    }

    private static async Task<RazorComponentResult<CaseListPage>> List(FindCases find, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        return Pages.Ok<CaseListPage>(new { View = await find.Page(CaseFilter.From(query), query.Page, actor, cancel) });
    }
}
