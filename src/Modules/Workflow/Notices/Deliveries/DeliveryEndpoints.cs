using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Inbox;
using Qingdan.Workflow.Notices.Deliveries.Hooks;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>What leaves the house: seen and mended by the city's roles; how one is written to: everybody for himself.</summary>
internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        var city = routes.MapGroup("/workflow").RequireAuthorization(p => p.RequireRole(Roles.City));
        city.MapGet("/deliveries", async (FindDeliveries find, HttpContext http, CancellationToken cancel) => Pages.Ok<DeliveriesPage>(new { View = await find.Page(new QueryState(http)["tab"], InboxEndpoints.Before(http), cancel) }));
        city.MapPost("/deliveries/{id:long}/retry", (long id, RetryDelivery retry, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Back(retry.Run(id, actor, cancel), "马上再试。", flash, t, http));
        city.MapPost("/hooks", Register);
        city.MapPost("/hooks/{id:long}/stop", (long id, StopHook stop, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Back(stop.Run(id, actor, cancel), "已停用这个推送地址。", flash, t, http));
        var own = routes.MapGroup("/workflow/notices/settings").RequireAuthorization(p => p.RequireRole(Roles.Business));
        own.MapGet("", async (FindDeliveries find, Actor actor, CancellationToken cancel) => Pages.Ok<SettingsPage>(new { View = await find.Settings(actor, cancel) }));
        own.MapPost("", Save);
    }

    private static async Task<IResult> Back(Task<Result<Done>> act, string message, Flash flash, Translator t, HttpContext http)
    {
        var done = await act;
        if (!done.Ok) return Pages.Problem(done.Faults);
        return flash.Back(http, "/workflow/deliveries", t[message]);
    }

    private static async Task<IResult> Register(IFormCollection form, RegisterHook register, FindDeliveries find, Actor actor, CancellationToken cancel)
    {
        var made = await register.Run(form["url"].ToString(), form["unit"].ToString(), actor, cancel);
        return made.TryGet(out var hook) ? Pages.Ok<HookShownPage>(new { Hook = hook }) : Pages.Refused<DeliveriesPage>(new { View = await find.Page(null, 0, cancel), Texts = form }, made.Faults);
    }

    private static async Task<IResult> Save(IFormCollection form, SaveSettings save, FindDeliveries find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var (mode, language) = (form["mode"].ToString(), form["language"].ToString());
        var saved = await save.Run(mode, language, actor, cancel);
        if (!saved.Ok) return Pages.Refused<SettingsPage>(new { View = await find.Settings(actor, cancel), Mode = mode, Language = language }, saved.Faults);
        return flash.Back(http, "/workflow/notices", t["已保存。"]);
    }
}
