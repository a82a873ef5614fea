using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
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
        rules.MapPost("/{id:long}/take-over", async (long id, KeepRule keep, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Told(await keep.TakeOver(id, actor, cancel), "规则已接手，下一次生成清单时起以您的名义自动确认。", flash, t, http));
        rules.MapPost("/{id:long}/end", async (long id, KeepRule keep, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Told(await keep.End(id, actor, cancel), "规则已停用。", flash, t, http));
    }

    private static async Task<IResult> Keep(IFormCollection form, KeepRule keep, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await keep.Run([.. form["fields"].OfType<string>()], form["everywhere"] == "true", form["note"].ToString(), actor, cancel);
        if (!result.Ok) return Pages.Refused<RulesPage>(new { Rules = await keep.Kept(actor, cancel), City = actor.Is(Roles.City), Texts = form }, result.Faults);
        return Told(new Done(), "规则已设定，下一次生成清单时起自动确认，现在待确认的也包括在内。", flash, t, http);
    }

    private static IResult Told(Result<Done> result, string done, Flash flash, Translator t, HttpContext http)
    {
        if (!result.Ok) return Pages.Problem(result.Faults);
        return flash.Back(http, "/lists/changes/rules", t[done]);
    }
}
