using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Lists.Responsibilities.Rules;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The page of the changes that wait for confirmation.</summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lists/changes", List).RequireAuthorization(p => p.RequireRole(Roles.Business));
        var decide = routes.MapGroup("/lists/changes").RequireAuthorization(p => p.RequireRole([Roles.Liaison, Roles.UnitHead, .. Roles.City]));
        decide.MapPost("", Decide);
        decide.MapPost("/{id:long}/take-back", TakeBack);
        RuleEndpoints.Map(decide.MapGroup("/rules"));
    }

    private static async Task<IResult> List(FindChanges find, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        return Pages.Ok<ChangesPage>(new { View = await find.Page(FormNumber.Of(query["unit"]), query.Page, actor, cancel), May = May(actor), City = actor.Is(Roles.City) });
    }

    private static async Task<IResult> Decide(IFormCollection form, DecideChanges decide, FindChanges find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        long[] ticked = [.. form["id"].Select(FormNumber.Of)];
        var unit = FormNumber.Of(form["unit"]);
        var (rejects, why) = (form["act"] == "reject", form["why"].ToString());
        var result = rejects ? await decide.Reject(ticked, why, actor, cancel) : await decide.Confirm(form["act"] == "confirm-all" ? null : ticked, actor, cancel, unit);
        if (!result.TryGet(out var done))
            return Pages.Refused<ChangesPage>(new { View = await find.Page(unit, 1, actor, cancel), May = true, City = actor.Is(Roles.City), Why = why }, result.Faults);
        var text = rejects ? t["{0} 项变更不采纳。今天 24:00 前可以撤销。", done.Count] : t["已确认 {0} 项变更。今天 24:00 前可以撤销。", done.Count];
        return flash.Back(http, form["back"].ToString() is ['/', 'l', 'i', 's', 't', 's', '/', ..] back ? back : "/lists/changes", text, t["撤销这 {0} 项", done.Count], $"/lists/responsibilities/undo/{done.DecisionId}");
    }

    private static async Task<IResult> TakeBack(long id, IFormCollection form, ProposeChange propose, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await propose.TakeBack(id, actor, cancel);
        if (!result.Ok) return Pages.Problem(result.Faults);
        return flash.Back(http, $"/lists/responsibilities/{FormNumber.Of(form["entry"])}", t["已撤回。"]);
    }

    private static bool May(Actor actor) => actor.Is(Roles.City) || actor.Is(Roles.Liaison, Roles.UnitHead);
}
