using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Negatives;

/// <summary>The 负面清单 for programs.</summary>
internal static class NegativeApi
{
    private const int Most = 200;

    public static void MapNegativeApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/lists/negatives").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("negatives");
        read.MapGet("", List).WithMetadata(new QueryNames("tab", "provider", "level", "ban", "q")).WithSummary("负面清单，按 id 翻页 / negative entries, by keyset");
        read.MapGet("/{id:long}", Get).Produces<OneNegativeAnswer>().WithSummary("一条负面清单 / one negative entry");
        routes.MapPost("/api/v1/lists/negatives", Propose).RequireAuthorization(p => p.RequireRole(Roles.Liaison)).WithTags("negatives").Produces<MadeAnswer>(StatusCodes.Status201Created).WithSummary("提出一条负面清单 / propose a negative entry");
    }

    private static async Task<Ok<NegativesAnswer>> List(FindNegatives find, HttpContext http, Actor actor, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var (rows, units) = await find.After(NegativeEndpoints.Filter(new QueryState(http)), after, take, actor, cancel);
        return TypedResults.Ok(new NegativesAnswer([.. rows.Select(n => NegativeAnswer.Of(n, units))], rows.Count == take ? rows[^1].Id : null));
    }

    private static async Task<IResult> Get(long id, Store store, IOrganizationDirectory organizations, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await store.Set<Negative>().AsNoTracking().VisibleTo(actor, units.Family(actor.UnitId)).SingleOrDefaultAsync(n => n.Id == id, cancel);
        if (row is null) return ProblemAnswers.From([NegativeFaults.NotFound], t);
        var items = await store.Set<NegativeItem>().AsNoTracking().Where(i => i.NegativeId == id).OrderBy(i => i.Place).Select(i => new NegativeItemAnswer(i.Place, i.ItemId, i.Name)).ToListAsync(cancel);
        http.Response.Headers.ETag = $"\"{row.Edit}\"";
        return TypedResults.Ok(new OneNegativeAnswer(NegativeAnswer.Of(row, units), items));
    }

    private static async Task<IResult> Propose(NegativeInput input, ProposeNegative propose, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await propose.Run(input, actor, cancel);
        return result.TryGet(out var id) ? TypedResults.Created($"/api/v1/lists/negatives/{id}", new MadeAnswer(id)) : ProblemAnswers.From(result.Faults, t);
    }
}
