using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Archive;

/// <summary>Fetching the archive of a case: for its parties, the city and the auditor.</summary>
internal static class ArchiveEndpoints
{
    public static void MapArchive(this IEndpointRouteBuilder routes) => routes.MapGet("/workflow/cases/{id:long}/archive", Fetch).RequireAuthorization(p => p.RequireRole(Roles.Business));

    private static async Task<IResult> Fetch(long id, CaseArchive archive, Actor actor, CancellationToken cancel)
    {
        var found = await archive.Open(id, actor, cancel);
        return found.TryGet(out var view) ? Results.Stream(target => archive.Write(view, actor, target, cancel), "application/zip", $"case-{id}.zip") : Pages.Problem(found.Faults);
    }
}
