using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Similar;

/// <summary>The pages of similar resources: the groups, one of them, and what is decided about it.</summary>
internal static class SimilarEndpoints
{
    public static void Map(RouteGroupBuilder catalog)
    {
        var similar = catalog.MapGroup("/similar");
        similar.MapGet("", List);
        similar.MapGet("/{id:long}", Group);
        var deciding = similar.MapGroup("").RequireAuthorization(p => p.RequireRole([.. Roles.City, Roles.Liaison, Roles.UnitHead]));
        deciding.MapPost("/{id:long}/merge", Merge);
        deciding.MapPost("/{id:long}/rejection", Reject);
        deciding.MapPost("/merges/{decision:long}/undo", Undo);
    }

    private static async Task<IResult> List(HttpContext http, FindSimilar find, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var filter = SimilarFilter.From(query);
        return Pages.Ok<SimilarPage>(new { List = await find.Page(filter, query["after"], FindSimilar.Size, actor, cancel), Filter = filter });
    }

    private static async Task<IResult> Group(long id, FindSimilar find, Actor actor, CancellationToken cancel)
    {
        var result = await find.One(id, actor, cancel);
        return result.TryGet(out var view) ? Pages.Ok<SimilarGroupPage>(new { Group = view }) : Pages.Problem(result.Faults);
    }

    private static async Task<IResult> Merge(long id, IFormCollection form, MergeSimilar merge, FindSimilar find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var seen = Ids(form["member"]).ToDictionary(m => m, m => int.TryParse(form[$"edit-{m}"], out var edit) ? edit : 0);
        var order = new MergeOrder(Ids(form["stays"]).FirstOrDefault(), Ids(form["others"]), Ids(form["items"]), seen, form["why"].ToString());
        var result = await merge.Run(id, order, actor, cancel);
        if (!result.TryGet(out var done)) return await Again(id, form, result.Faults, find, actor, cancel);
        return flash.Back(http, $"/catalog/{order.Stays}", t["已把 {0} 个目录并入这一个。", done.Done], t["撤销合并"], $"/catalog/similar/merges/{done.Decision}/undo");
    }

    private static async Task<IResult> Reject(long id, IFormCollection form, RejectSimilar reject, FindSimilar find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await reject.Run(id, Ids(form["member"]), form["reason"].ToString(), actor, cancel);
        if (!result.Ok) return await Again(id, form, result.Faults, find, actor, cancel);
        return flash.Back(http, "/catalog/similar", t["已记下：不是同一个。内容没有大的变化就不再提出。"]);
    }

    private static async Task<IResult> Undo(long decision, UndoMerge undo, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await undo.Run(decision, actor, cancel);
        if (!result.TryGet(out var done)) return Pages.Problem(result.Faults);
        return flash.Back(http, "/catalog/similar", done.Left > 0 ? t["已撤销合并，{0} 个目录恢复。保留的那一个之后又有人改过，它的变更没有动。", done.Done] : t["已撤销合并，{0} 个目录恢复。", done.Done]);
    }

    private static async Task<IResult> Again(long id, IFormCollection form, IReadOnlyList<Fault> faults, FindSimilar find, Actor actor, CancellationToken cancel) =>
        (await find.One(id, actor, cancel)).TryGet(out var view) ? Pages.Refused<SimilarGroupPage>(new { Group = view, Texts = form }, faults) : Pages.Problem(faults);

    private static List<long> Ids(StringValues values) => [.. values.Select(v => long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct()];
}
