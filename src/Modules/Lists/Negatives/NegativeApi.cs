using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Lists.Negatives;

/// <summary>The 负面清单 for programs.</summary>
internal static class NegativeApi
{
    private const int Most = 200;

    public static void MapNegativeApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/lists/negatives").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("negatives");
        read.MapGet("", List).WithSummary("负面清单，按 id 翻页 / negative entries, by keyset");
        read.MapGet("/{id:long}", Get).WithSummary("一条负面清单 / one negative entry");
        routes.MapPost("/api/v1/lists/negatives", Propose).RequireAuthorization(p => p.RequireRole(Roles.Liaison)).WithTags("negatives").WithSummary("提出一条负面清单 / propose a negative entry");
    }

    private static async Task<IResult> List(FindNegatives find, HttpContext http, Actor actor, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var (rows, units) = await find.After(NegativeEndpoints.Filter(new QueryState(http)), after, take, actor, cancel);
        return Results.Ok(new { Items = rows.Select(n => Answer(n, units)), Next = rows.Count == take ? rows[^1].Id : (long?)null });
    }

    private static async Task<IResult> Get(long id, Store store, IOrganizationDirectory organizations, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await store.Set<Negative>().AsNoTracking().VisibleTo(actor, units.Family(actor.UnitId)).SingleOrDefaultAsync(n => n.Id == id, cancel);
        if (row is null) return ProblemAnswers.From([NegativeFaults.NotFound], t);
        var items = await store.Set<NegativeItem>().AsNoTracking().Where(i => i.NegativeId == id).OrderBy(i => i.Place).Select(i => new { i.Place, i.ItemId, i.Name }).ToListAsync(cancel);
        http.Response.Headers.ETag = $"\"{row.Edit}\"";
        return Results.Ok(new { Entry = Answer(row, units), Items = items });
    }

    private static async Task<IResult> Propose(NegativeInput input, ProposeNegative propose, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await propose.Run(input, actor, cancel);
        return result.TryGet(out var id) ? Results.Created($"/api/v1/lists/negatives/{id}", new { Id = id }) : ProblemAnswers.From(result.Faults, t);
    }

    private static object Answer(Negative n, UnitTree units) => new
    {
        n.Id, n.Number, Provider = new { Id = n.ProviderId, units.Find(n.ProviderId)?.Name, units.Find(n.ProviderId)?.Code }, n.ResourceId, n.ResourceVersion, n.Name, n.Code, n.Reason, n.Alternatives, n.Impact,
        Basis = new { Level = n.BasisLevel, Name = n.BasisName, Number = n.BasisNumber, Clause = n.BasisClause, Text = n.BasisText, State = n.BasisState, EffectiveOn = n.BasisEffectiveOn }, n.Ban, n.LegalOpinion,
        n.State, n.Step, n.ReviewOn, n.DecidedBy, n.DecidedAt, n.Edit, n.ChangedAt, Elements = DeclaredPart.Texts(n.Elements),
    };
}
