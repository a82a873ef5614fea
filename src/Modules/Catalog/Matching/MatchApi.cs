using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Matching;

/// <summary>Matching for programs. A sentence may be longer than an address: it is posted, and changes nothing.</summary>
internal static class MatchApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/catalog/matches", Find).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("catalog")
        .Produces<MatchAnswer>().WithSummary("一句话最像的目录，至多十个 / the ten resources most like a sentence of need");

    private static async Task<IResult> Find(MatchOrder order, MatchNeed match, Translator t, CancellationToken cancel)
    {
        var result = await match.Run(order.Need, cancel);
        return result.TryGet(out var found) ? TypedResults.Ok(new MatchAnswer(found)) : ProblemAnswers.From(result.Faults, t);
    }
}

/// <summary>What is needed, in a sentence.</summary>
internal sealed record MatchOrder(string Need);

/// <summary>The resources, the best first; also what <c>match --json</c> prints.</summary>
internal sealed record MatchAnswer(IReadOnlyList<CatalogMatch> Items);
