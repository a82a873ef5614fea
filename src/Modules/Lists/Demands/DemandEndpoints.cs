using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>The demand list: looking, handing in, consenting, checking, taking back.</summary>
internal static class DemandEndpoints
{
    public static void MapDemands(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/lists/demands").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", List);
        read.MapGet("/{id:long}", (long id, ShowDemand show, Actor actor, CancellationToken cancel) => Page(id, show, actor, null, [], cancel));
        var unit = routes.MapGroup("/lists/demands/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        unit.MapPost("/submit", Submit).TakesFiles();
        unit.MapPost("/consent", Consent).TakesFiles();
        unit.MapPost("/withdraw", Withdraw);
        unit.MapPost("/pass", Pass);
        routes.MapPost("/lists/demands/{id:long}/check", Check).TakesFiles().RequireAuthorization(p => p.RequireRole(Roles.DataCentre));
        routes.MapPost("/lists/demands/{id:long}/provider", Designate).RequireAuthorization(p => p.RequireRole(Roles.City));
        ExportDemands.Map(read);
        DemandEditing.Map(routes);
        BasketEndpoints.Map(routes);
    }

    private static async Task<IResult> List(FindDemands find, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        return Pages.Ok<DemandListPage>(new { View = await find.Page(DemandFilter.From(query), query.Page, actor, cancel), MayWrite = actor.Is(Roles.Liaison, Roles.UnitHead) });
    }

    private static async Task<IResult> Page(long id, ShowDemand show, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await show.Run(id, false, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<DemandPage>(new { View = view }) : Pages.Refused<DemandPage>(new { View = view, Texts = texts }, faults);
    }

    private static async Task<IResult> Submit(long id, IFormCollection form, SubmitDemand submit, ShowDemand show, PaperForm paper, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        // A scan is stored only for what this person may see.
        if (await show.Run(id, false, actor, cancel) is { Ok: false } hidden) return Pages.Problem(hidden.Faults);
        var read = await paper.Read(form, agrees: true, actor, cancel);
        var result = read.TryGet(out var consent) ? await submit.Run(id, Edit(form), consent.Paper, actor, cancel) : read.As<Done>();
        return result.Ok ? Back(id, "已送出。", flash, t, http) : await Page(id, show, actor, form, result.Faults, cancel);
    }

    private static async Task<IResult> Consent(long id, IFormCollection form, SignDemand sign, ShowDemand show, PaperForm paper, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var agrees = form["verdict"] == "agree";
        // A scan is stored only for what this person may see.
        if (await show.Run(id, false, actor, cancel) is { Ok: false } hidden) return Pages.Problem(hidden.Faults);
        if (FormVerdict.Refusal(form, "agree", "return") is { } none) return await Page(id, show, actor, form, [none], cancel);
        var read = await paper.Read(form, agrees, actor, cancel);
        var result = read.TryGet(out var verdict) ? await sign.Run(id, Edit(form), verdict, actor, cancel) : read.As<DemandState>();
        return result.TryGet(out var now) ? Back(id, now.AfterConsent(), flash, t, http) : await Page(id, show, actor, form, result.Faults, cancel);
    }

    private static async Task<IResult> Check(long id, IFormCollection form, CheckDemand check, ShowDemand show, PaperForm paper, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var agrees = form["verdict"] == "agree";
        // A scan is stored only for what this person may see.
        if (await show.Run(id, false, actor, cancel) is { Ok: false } hidden) return Pages.Problem(hidden.Faults);
        if (FormVerdict.Refusal(form, "agree", "return") is { } none) return await Page(id, show, actor, form, [none], cancel);
        var read = await paper.Read(form, agrees, actor, cancel);
        var result = read.TryGet(out var verdict) ? await check.Run(id, Edit(form), verdict, actor, cancel) : read.As<Done>();
        return result.Ok ? Back(id, agrees ? "已列入需求清单。" : "已形式退回，需求单位会看到您的意见。", flash, t, http) : await Page(id, show, actor, form, result.Faults, cancel);
    }

    private static async Task<IResult> Pass(long id, IFormCollection form, PassDemand pass, ShowDemand show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (FormVerdict.Refusal(form, "pass", "take", "return") is { } none) return await Page(id, show, actor, form, [none], cancel);
        var verdict = form["verdict"].ToString();
        var result = await pass.Run(id, Edit(form), verdict == "take", new SignOffInput(verdict is "pass" or "take", form["opinion"].ToString()), actor, cancel);
        return result.Ok ? Back(id, verdict switch { "pass" => "已上报市级。", "take" => "由本区办理，请按期答复。", _ => "已退回修改。" }, flash, t, http) : await Page(id, show, actor, form, result.Faults, cancel);
    }

    private static async Task<IResult> Designate(long id, IFormCollection form, DesignateProvider designate, ShowDemand show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await designate.Run(id, form["provider"].ToString(), actor, cancel);
        return result.Ok ? Back(id, "已指定提供单位。", flash, t, http) : await Page(id, show, actor, form, result.Faults, cancel);
    }

    private static async Task<IResult> Withdraw(long id, IFormCollection form, WithdrawDemand withdraw, ShowDemand show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await withdraw.Run(id, form["why"].ToString(), actor, cancel);
        return result.Ok ? Back(id, "已撤回。", flash, t, http) : await Page(id, show, actor, form, result.Faults, cancel);
    }

    // The number of the state on which the form stood.
    private static int Edit(IFormCollection form) => (int)FormNumber.Of(form["edit"]);

    /// <summary>To the demand, with a message.</summary>
    public static IResult Back(long id, string message, Flash flash, Translator t, HttpContext http) =>
        flash.Back(http, $"/lists/demands/{id}", t[message]);
}
