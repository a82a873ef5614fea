using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.App.Style;

/// <summary>The living style guide: every component on one page, for those who build pages and for the accessibility tests.</summary>
internal static class StyleEndpoints
{
    private static readonly Fault[] SampleFaults =
    [
        new("style.clause.required", "请写明条款号，例如“第八条”", "clause"),
        new("style.day.order", "结束日期早于开始日期 {0}", "end", FaultKind.Invalid, "2027-01-01"),
    ];

    public static void MapStyle(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/style", (HttpContext http, IHostEnvironment environment, bool faults = false) =>
            Actor.From(http.User) is null && !environment.IsDevelopment() ? Results.StatusCode(StatusCodes.Status401Unauthorized)
            : faults ? Pages.Refused<StylePage>(new { }, SampleFaults) : Pages.Ok<StylePage>()).AllowAnonymous().ExcludeFromDescription();
        // A task that stays half done, so that the sample is followed like a real one.
        routes.MapGet("/style/progress", () => Results.Json(new { done = 1200, total = 4000, note = "正在检查", state = "running" })).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/style", (HttpContext http, Flash flash, Translator t) =>
        {
            flash.Say(http, new FlashMessage(Tone.Ok, t["已收到"], t["撤销"], "/style"));
            return Results.Redirect("/style");
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
