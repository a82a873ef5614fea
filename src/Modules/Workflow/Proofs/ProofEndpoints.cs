using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Proofs;

/// <summary>A proof is issued, shown on one page to be printed, and fetched as a file.</summary>
internal static class ProofEndpoints
{
    public static void MapProofs(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/workflow/cases/{id:long}/proof", Issue).RequireAuthorization(p => p.RequireRole([Roles.Liaison, Roles.UnitHead, .. Roles.City]));
        var read = routes.MapGroup("/workflow/proofs").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("/{id:long}", Show);
        read.MapGet("/{id:long}/file", Fetch);
    }

    private static async Task<IResult> Issue(long id, IssueProof issue, Actor actor, CancellationToken cancel)
    {
        var issued = await issue.Run(id, actor, cancel);
        return issued.TryGet(out var proof) ? Results.LocalRedirect($"/workflow/proofs/{proof}") : Pages.Problem(issued.Faults);
    }

    private static async Task<IResult> Show(long id, Store store, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel) =>
        await Find(id, store, organizations, actor, cancel) is { } proof
            ? Pages.Ok<ProofPage>(new { proof.Id, Content = JsonNode.Parse(proof.Payload)!.AsObject(), proof.Algorithm, proof.Signature, proof.Fingerprint })
            : Pages.Problem([CaseFaults.NotFound]);

    private static async Task<IResult> Fetch(long id, Store store, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel) =>
        await Find(id, store, organizations, actor, cancel) is { } proof ? Results.File(ProofEnvelope.Write(proof), "application/json", $"proof-{id}.json") : Pages.Problem([CaseFaults.NotFound]);

    private static async Task<Proof?> Find(long id, Store store, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        var visible = CaseAccess.Visible(store.Set<Case>(), actor, await organizations.Tree(cancel));
        return await store.Set<Proof>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && visible.Any(c => c.Id == p.CaseId), cancel);
    }
}
