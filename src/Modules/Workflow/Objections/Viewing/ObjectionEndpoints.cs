using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Objections.Viewing;

/// <summary>Looking at objections, and the form of a new one.</summary>
internal static class ObjectionEndpoints
{
    public static void MapObjections(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/workflow/objections").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", List);
        read.MapGet("/flow", () => Pages.Ok<ObjectionFlowPage>(new { }));
        read.MapGet("/{id:long}", (long id, ShowObjection show, Actor actor, CancellationToken cancel) => Page(id, show, actor, null, [], cancel));
        read.MapGet("/{id:long}/proof/{proof:long}", Proof);
        routes.MapGet("/workflow/objections/new", (ShowObjectionForm show, Actor actor, CancellationToken cancel, long resource = 0) => Form(resource, show, actor, null, [], cancel))
            .RequireAuthorization(p => p.RequireRole(ObjectionFlow.Unit));
    }

    /// <summary>The page of an objection, or what was refused on it with all that was typed.</summary>
    public static async Task<IResult> Page(long id, ShowObjection show, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<ObjectionPage>(new { View = view }) : Pages.Refused<ObjectionPage>(new { View = view, Texts = texts }, faults);
    }

    /// <summary>The form, or what was refused in it with all that was typed.</summary>
    public static async Task<IResult> Form(long resource, ShowObjectionForm show, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await show.Run(resource, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<ObjectionFormPage>(new { View = view }) : Pages.Refused<ObjectionFormPage>(new { View = view, Texts = texts }, faults);
    }

    private static async Task<RazorComponentResult<ObjectionListPage>> List(FindObjections find, HttpContext http, Actor actor, CancellationToken cancel) =>
        Pages.Ok<ObjectionListPage>(new { View = await find.Page(new QueryState(http), actor, cancel) });

    private static async Task<IResult> Proof(long id, long proof, Store store, FileStore files, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await ObjectionAccess.Visible(store, actor, units).AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel);
        var file = row is null || !ObjectionAccess.SeesProof(row, actor, units) ? null : await store.Set<ObjectionProof>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == proof && p.ObjectionId == id, cancel);
        return file is null ? Pages.Problem([ObjectionFaults.NotFound]) : Results.File(await files.Open(file.FileId, cancel), "application/octet-stream", file.Name);
    }
}
