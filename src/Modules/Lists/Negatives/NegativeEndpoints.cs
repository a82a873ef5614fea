using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Negatives;

/// <summary>The negative list: looking, signing, ruling.</summary>
internal static class NegativeEndpoints
{
    public static void MapNegatives(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/lists/negatives").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", List);
        read.MapGet("/{id:long}", Show);
        var unit = routes.MapGroup("/lists/negatives").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.Legal, Roles.Secrecy, Roles.UnitHead));
        unit.MapPost("/{id:long}/submit", Submit);
        unit.MapPost("/{id:long}/sign", Sign).TakesFiles();
        var authority = routes.MapGroup("/lists/negatives").RequireAuthorization(p => p.RequireRole(Roles.Authority));
        authority.MapPost("/{id:long}/decide", Decide);
        authority.MapPost("/decide", DecideMany);
        routes.MapPost("/lists/negatives/{id:long}/drop", Drop).RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.Authority));
        ExportNegatives.Map(read);
        routes.MapPost("/lists/negatives/{id:long}/review", Review).RequireAuthorization(p => p.RequireRole(Roles.Liaison));
        NegativeEditing.Map(routes.MapGroup("/lists/negatives").RequireAuthorization(p => p.RequireRole(Roles.Liaison)));
    }

    private static async Task<IResult> List(FindNegatives find, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        return Pages.Ok<NegativeListPage>(new { View = await find.Page(Filter(query), query.Page, actor, cancel), MayPropose = actor.Is(Roles.Liaison), MayDecide = actor.Is(Roles.Authority) });
    }

    /// <summary>The filter of an address; without a tab it is what is in force.</summary>
    public static NegativeFilter Filter(QueryState query) =>
        NegativeFilter.From(query, FormChoice.Of<NegativeState>(query["tab"]) ?? NegativeState.InForce);

    private static Task<IResult> Show(long id, ShowNegative show, Actor actor, CancellationToken cancel) => Entry(id, show, actor, null, [], cancel);

    private static async Task<IResult> Entry(long id, ShowNegative show, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<NegativePage>(new { View = view }) : Pages.Refused<NegativePage>(new { View = view, Texts = texts }, faults);
    }

    private static async Task<IResult> Submit(long id, IFormCollection form, SubmitNegative submit, ShowNegative show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await submit.Run(id, actor, cancel);
        return result.Ok ? Back(id, "已送审，轮到法制。", flash, t, http) : await Entry(id, show, actor, form, result.Faults, cancel);
    }

    private static async Task<IResult> Sign(
        long id, IFormCollection form, SignNegative sign, ShowNegative show, PaperForm paper, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var agrees = form["verdict"] == "agree";
        // A scan is stored only for what this person may see.
        if (await show.Run(id, actor, cancel) is { Ok: false } hidden) return Pages.Problem(hidden.Faults);
        var read = await paper.Read(form, agrees, actor, cancel);
        var result = read.TryGet(out var verdict) ? await sign.Run(id, new NegativeSignature(verdict, form["legalOpinion"].ToString(), NegativeForm.Ban(form)), actor, cancel) : read.As<Done>();
        return result.Ok ? Back(id, agrees ? "已签署，送下一步。" : "已退回处室补正。", flash, t, http) : await Entry(id, show, actor, form, result.Faults, cancel);
    }

    private static async Task<IResult> Decide(long id, IFormCollection form, DecideNegatives decide, ShowNegative show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var ruling = NegativeForm.Ruling(form);
        var result = ruling.TryGet(out var read) ? await decide.Run([id], read, actor, cancel) : ruling.As<int>();
        return result.Ok ? Back(id, "已签署审核意见。", flash, t, http) : await Entry(id, show, actor, form, result.Faults, cancel);
    }

    private static async Task<IResult> DecideMany(IFormCollection form, DecideNegatives decide, FindNegatives find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var (ruling, chosen) = (NegativeForm.Ruling(form), FormNumber.All(form, "id"));
        var result = chosen.Count == 0 ? new Fault("lists.negative.none-chosen", "请先勾选要审议的条目。", "id") : ruling.TryGet(out var read) ? await decide.Run(chosen, read, actor, cancel) : ruling.As<int>();
        if (!result.TryGet(out var count))
        {
            var parameters = new { View = await find.Page(new NegativeFilter(NegativeState.InRoute, null, null, null, null), 1, actor, cancel), MayDecide = true, Texts = form };
            return Pages.Refused<NegativeListPage>(parameters, result.Faults);
        }
        return flash.Back(http, $"/lists/negatives?tab={NegativeState.InRoute}", t["已对 {0} 条签署审核意见。", count]);
    }

    private static async Task<IResult> Drop(long id, IFormCollection form, DropNegative drop, ShowNegative show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await drop.Run(id, form["why"].ToString(), actor, cancel);
        return result.Ok ? Back(id, "已办理。", flash, t, http) : await Entry(id, show, actor, form, result.Faults, cancel);
    }

    private static async Task<IResult> Review(long id, ReviewAgain review, ShowNegative show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await review.Run(id, actor, cancel);
        if (!result.TryGet(out var next)) return await Entry(id, show, actor, null, result.Faults, cancel);
        return flash.Back(http, $"/lists/negatives/{next}/edit", t["已按生效的内容起草。改好后送审，列入时替代原来的条目。"]);
    }

    /// <summary>To the entry, with a message.</summary>
    public static IResult Back(long id, string message, Flash flash, Translator t, HttpContext http) =>
        flash.Back(http, $"/lists/negatives/{id}", t[message]);
}
