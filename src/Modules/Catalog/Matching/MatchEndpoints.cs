using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Matching;

/// <summary>The page where one says what one needs. What fits into an address may stand there; what is longer is posted.</summary>
internal static class MatchEndpoints
{
    public static void Map(RouteGroupBuilder catalog)
    {
        catalog.MapGet("/match", (string? need, MatchNeed match, Actor actor, CancellationToken cancel) => Answer(need, match, actor, cancel));
        catalog.MapPost("/match", (IFormCollection form, MatchNeed match, Actor actor, CancellationToken cancel) => Answer(form["need"].ToString(), match, actor, cancel));
    }

    private static async Task<IResult> Answer(string? need, MatchNeed match, Actor actor, CancellationToken cancel)
    {
        var demands = actor.Is(Roles.Liaison, Roles.UnitHead);
        if (need is null) return Pages.Ok<MatchPage>(new { MayDemand = demands });
        var result = await match.Run(need, cancel);
        return result.TryGet(out var found) ? Pages.Ok<MatchPage>(new { Need = need, Matches = found, MayDemand = demands }) : Pages.Refused<MatchPage>(new { Need = need, MayDemand = demands }, result.Faults);
    }
}
