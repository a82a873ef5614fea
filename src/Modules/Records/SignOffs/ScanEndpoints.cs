using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.SignOffs;

/// <summary>The scan of a sheet that was signed on paper: for the unit that recorded it, the city's people and the auditor.</summary>
internal static class ScanEndpoints
{
    public static void MapScans(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/sign-offs/{id:long}/scan", Show).RequireAuthorization(policy => policy.RequireRole(Roles.Business));

    private static async Task<IResult> Show(long id, Store store, FileStore files, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var all = actor.Is(Roles.SeeAll);
        var scan = await store.Set<SignOff>().Where(s => s.Id == id && s.ScanFileId != 0 && (all || own.Contains(s.UnitId)))
            .Join(store.Set<StoredFile>(), s => s.ScanFileId, f => f.Id, (s, f) => f).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (scan is null) return Pages.Problem([new Fault("sign-off.scan.not-found", "没有这份扫描件，或它是别的单位的。", null, FaultKind.NotFound)]);
        // Always a download: what somebody uploaded is never shown as a page of this site.
        return Results.File(await files.Open(scan.Id, cancel), "application/octet-stream", scan.Name);
    }
}
