using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Organizations;

/// <summary>Units for programs. The answer changes only when some unit does, which is what the ETag says.</summary>
internal static class OrganizationsApi
{
    private const int MostRows = 500;

    public static void MapOrganizationsApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/organizations").For(Access.SeeUnits).WithTags("organizations");
        api.MapGet("", List).WithSummary("单位，按树的次序 / units in the order of the tree").Produces<UnitsAnswer>();
        api.MapGet("/{id:long}", Get).WithSummary("一个单位；已并入的给出现在的单位 / one unit; a merged id gives the unit it became").Produces<Unit>();
    }

    private static async Task<IResult> List(HttpContext http, IOrganizationDirectory directory, string? q, string? kind, string? state, CancellationToken cancel, long after = 0, int limit = 100)
    {
        var tree = await directory.Tree(cancel);
        if (Unchanged(http, tree)) return Results.StatusCode(StatusCodes.Status304NotModified);
        var fitting = UnitFilter.Of(new QueryState(http)).In(tree).ToList();
        var rows = fitting.Skip(fitting.FindIndex(u => u.Id == after) + 1).Take(Math.Clamp(limit, 1, MostRows)).ToList();
        return Results.Ok(new UnitsAnswer(rows, rows.Count > 0 && rows[^1].Id != fitting[^1].Id ? rows[^1].Id : null));
    }

    private static async Task<IResult> Get(HttpContext http, long id, IOrganizationDirectory directory, Translator t, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        if (tree.Find(id) is not { } unit) return ProblemAnswers.From([OrganizationFaults.NotFound], t);
        return Unchanged(http, tree) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Ok(unit);
    }

    private static bool Unchanged(HttpContext http, UnitTree tree)
    {
        var tag = $"\"{tree.Version}\"";
        http.Response.Headers[HeaderNames.ETag] = tag;
        return http.Request.Headers.IfNoneMatch == tag;
    }

    /// <summary>Some units; <paramref name="Next"/> is the id to go on after, null at the end.</summary>
    internal sealed record UnitsAnswer(IReadOnlyList<Unit> Items, long? Next);
}
