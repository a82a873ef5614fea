using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Repeats;

/// <summary>Demands that are alike: the page, the API, and what is decided about a pair.</summary>
internal static class RepeatEndpoints
{
    private const string Address = "/lists/demands/repeats";

    public static void MapRepeats(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, List).RequireAuthorization(p => p.RequireRole(Roles.Business));
        routes.MapPost($"{Address}/{{id:long}}", Decide).RequireAuthorization(p => p.RequireRole(Roles.DataCentre));
        routes.MapGet($"/api/v1{Address}", Answer).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("demands").WithMetadata(new QueryNames("state", "kind", "unit", "page")).WithSummary("相似的需求，新发现的在前 / demands that are alike, the last found first");
    }

    private static async Task<IResult> List(FindRepeats find, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var filter = RepeatFilter.From(query);
        return Pages.Ok<RepeatsPage>(new { List = await find.Page(filter, query.Page, actor, cancel), Filter = filter });
    }

    private static async Task<IResult> Decide(long id, IFormCollection form, DecideRepeat decide, FindRepeats find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var together = form["verdict"] == "together";
        var result = await decide.Run(id, together, form["why"].ToString(), actor, cancel);
        if (!result.Ok)
        {
            var filter = new RepeatFilter(RepeatState.Open, null, 0);
            return Pages.Refused<RepeatsPage>(new { List = await find.Page(filter, (int)Math.Max(1, FormNumber.Of(form["page"])), actor, cancel), Filter = filter, Refused = id, Why = form["why"].ToString() }, result.Faults);
        }
        return flash.Back(http, Address, together ? t["已记下：合并答复。两件需求的页面都会写明。"] : t["已记下：不是重复。其中一件要的数据变了才会再提出。"]);
    }

    private static async Task<Ok<RepeatsAnswer>> Answer(FindRepeats find, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var list = await find.Page(RepeatFilter.From(query), query.Page, actor, cancel);
        return TypedResults.Ok(new RepeatsAnswer([.. list.Pairs.Select(RepeatAnswer.From)], list.Total, list.Page, (list.Total + list.Size - 1) / list.Size));
    }
}

/// <summary>A page of pairs.</summary>
internal sealed record RepeatsAnswer(IReadOnlyList<RepeatAnswer> Items, int Total, int Page, int Pages);

/// <summary>Two demands that are alike: <c>common</c> of the <c>of</c> items of the smaller one, with the names of some.</summary>
internal sealed record RepeatAnswer(long Id, RepeatKind Kind, RepeatState State, int Common, int Of, bool SameScenario, IReadOnlyList<string> ItemNames, IReadOnlyList<RepeatedDemand> Demands, string Reason, string DecidedBy, DateTimeOffset? DecidedAt)
{
    public static RepeatAnswer From(RepeatView v) => new(
        v.Id, v.Kind, v.State, v.Common, v.Of, v.SameScenario, v.Items, [.. new[] { v.First, v.Second }.Select(d => new RepeatedDemand(d.Id, d.Number, d.Name, d.UnitId, d.Unit, d.Provider, d.State))], v.Why, v.DecidedBy, v.DecidedAt);
}

/// <summary>One of the two.</summary>
internal sealed record RepeatedDemand(long Id, string Number, string Name, long UnitId, string Unit, string Provider, string State);
