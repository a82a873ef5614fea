using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities.Rules;

/// <summary>The page of kept rules.</summary>
internal static class RuleEndpoints
{
    public static void Map(RouteGroupBuilder rules)
    {
        rules.MapGet("", async (KeepRule keep, Actor actor, CancellationToken cancel) => Pages.Ok<RulesPage>(new { Rules = await keep.Kept(actor, cancel), City = actor.Is(Roles.City) }));
        rules.MapPost("", Keep);
        rules.MapPost("/{id:long}/end", End);
    }

    private static async Task<IResult> Keep(IFormCollection form, KeepRule keep, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await keep.Run([.. form["fields"].OfType<string>()], form["everywhere"] == "true", form["note"].ToString(), actor, cancel);
        if (!result.Ok) return Pages.Refused<RulesPage>(new { Rules = await keep.Kept(actor, cancel), City = actor.Is(Roles.City), Texts = form }, result.Faults);
        flash.Say(http, new FlashMessage(Tone.Ok, t["规则已设定，从下一次目录变更起自动确认。"]));
        return Results.LocalRedirect("/lists/changes/rules");
    }

    private static async Task<IResult> End(long id, KeepRule keep, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await keep.End(id, actor, cancel);
        if (!result.Ok) return Pages.Problem(result.Faults);
        flash.Say(http, new FlashMessage(Tone.Ok, t["规则已停用。"]));
        return Results.LocalRedirect("/lists/changes/rules");
    }
}
