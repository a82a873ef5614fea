using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions.Proofs;

/// <summary>条目证明 as a file, for people and programs.</summary>
internal static class ProofEndpoints
{
    private const string Json = "application/json";

    public static void MapEntryProofs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/editions/{id:long}/proof", Page).RequireAuthorization(p => p.RequireRole(Roles.Business));
        routes.MapGet("/api/v1/editions/{id:long}/proof", Answer).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("editions").Produces(StatusCodes.Status200OK, contentType: Json)
            .WithSummary("条目证明：list、key，离线可核验 / the proof that one entry is in the edition, verified offline");
    }

    private static async Task<IResult> Page(long id, ProveEntry prove, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var proof = await prove.Run(id, query["list"] ?? "", query["key"] ?? "", actor, cancel);
        return proof.TryGet(out var file) ? Results.File(file.Write(), Json, $"{query["key"]}.json") : Pages.Problem(proof.Faults);
    }

    private static async Task<IResult> Answer(long id, ProveEntry prove, Translator t, Actor actor, CancellationToken cancel, string list = "", string key = "") =>
        (await prove.Run(id, list, key, actor, cancel)) is var proof && proof.TryGet(out var file) ? Results.Bytes(file.Write(), Json) : ProblemAnswers.From(proof.Faults, t);
}
