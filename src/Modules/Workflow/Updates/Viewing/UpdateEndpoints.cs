using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Updates.Viewing;

/// <summary>Looking at updates, and the forms that choose resources.</summary>
internal static class UpdateEndpoints
{
    public static void MapUpdates(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/workflow/updates").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", List);
        read.MapGet("/flow", () => Pages.Ok<UpdateFlowPage>(new { }));
        read.MapGet("/{id:long}", (long id, ShowUpdate show, Actor actor, CancellationToken cancel) => Page(id, show, actor, null, [], cancel));
        routes.MapGet("/workflow/updates/new", (ShowUpdateForm show, Actor actor, CancellationToken cancel, string unit = "") => Form(unit, show, actor, null, [], cancel))
            .RequireAuthorization(p => p.RequireRole(UpdateFlow.Opens));
        routes.MapGet("/workflow/updates/{id:long}/more", (long id, ShowUpdateForm show, Actor actor, CancellationToken cancel) => More(id, show, actor, null, [], cancel))
            .RequireAuthorization(p => p.RequireRole(UpdateFlow.Unit));
    }

    /// <summary>The page of an update, or what was refused on it with all that was typed.</summary>
    public static async Task<IResult> Page(long id, ShowUpdate show, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<UpdatePage>(new { View = view }) : Pages.Refused<UpdatePage>(new { View = view, Texts = texts }, faults);
    }

    /// <summary>The form, or what was refused in it with all that was typed.</summary>
    public static async Task<IResult> Form(string unit, ShowUpdateForm show, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await show.Run(unit, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Refused<UpdateFormPage>(new { View = new UpdateFormView(0, unit, [], []), Texts = texts }, found.Faults);
        return faults.Count == 0 ? Pages.Ok<UpdateFormPage>(new { View = view, Texts = texts }) : Pages.Refused<UpdateFormPage>(new { View = view, Texts = texts }, faults);
    }

    /// <summary>The page that adds resources, or what was refused on it with what was ticked.</summary>
    public static async Task<IResult> More(long id, ShowUpdateForm show, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await show.More(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<AddConcernedPage>(new { View = view, Texts = texts }) : Pages.Refused<AddConcernedPage>(new { View = view, Texts = texts }, faults);
    }

    private static async Task<RazorComponentResult<UpdateListPage>> List(FindUpdates find, HttpContext http, Actor actor, CancellationToken cancel) =>
        Pages.Ok<UpdateListPage>(new { View = await find.Page(new QueryState(http), actor, cancel) });
}
