using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Search.Suggesting;

/// <summary>Suggestions while typing, for the page's script and for programs.</summary>
internal static class SuggestApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/catalog/suggestions", Suggest).WithTags("catalog").RequireAuthorization(p => p.RequireRole(Roles.Business))
        .Produces<SuggestionList>().Produces(StatusCodes.Status429TooManyRequests).WithSummary("边输边给的提示，至多八个 / suggestions while typing, eight at most");

    private static async Task<IResult> Suggest(SuggestWords suggest, SuggestGate gate, Actor actor, CancellationToken cancel, string q = "") =>
        gate.Lets(actor) ? TypedResults.Ok(new SuggestionList(await suggest.Run(q, actor, cancel))) : TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
}

/// <summary>Names, units first.</summary>
internal sealed record SuggestionList(IReadOnlyList<Suggestion> Items);

/// <summary>Nobody types faster: what asks more often is no person, and shall not slow the others.</summary>
internal sealed class SuggestGate : IDisposable
{
    private readonly PartitionedRateLimiter<long> _asked = PartitionedRateLimiter.Create<long, long>(person => RateLimitPartition.GetFixedWindowLimiter(
        person, _ => new FixedWindowRateLimiterOptions { PermitLimit = 50, Window = TimeSpan.FromSeconds(10) }));

    /// <summary>False for one who has asked too often just now.</summary>
    public bool Lets(Actor actor)
    {
        using var lease = _asked.AttemptAcquire(actor.PersonId);
        return lease.IsAcquired;
    }

    public void Dispose() => _asked.Dispose();
}
