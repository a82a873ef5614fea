using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Applications.Viewing;

/// <summary>The pages of applications.</summary>
internal static class ApplicationEndpoints
{
    public static void MapApplicationPages(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/exchange/applications").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", async (FindApplications find, HttpContext http, Actor actor, CancellationToken cancel) => Pages.Ok<ApplicationListPage>(new { View = await find.Page(new QueryState(http)["tab"], Before(http), FindApplications.Size, actor, cancel) }));
        read.MapGet("/{id:long}", (long id, [AsParameters] ApplicationForm at, CancellationToken cancel) => at.Page(id, null, [], cancel));
        var unit = routes.MapGroup("/exchange/applications").RequireAuthorization(p => p.RequireRole(ApplicationAccess.Asks));
        unit.MapGet("/new", () => Pages.Ok<ApplicationFormPage>(new { View = new ApplicationFormView(0, 0, "", "", "") }));
        unit.MapPost("/new", Ask);
        unit.MapGet("/{id:long}/change", async (long id, FindApplications find, Actor actor, CancellationToken cancel) => await find.Form(id, actor, cancel) is var found && found.TryGet(out var view) ? Pages.Ok<ApplicationFormPage>(new { View = view }) : (IResult)Pages.Problem(found.Faults));
        unit.MapPost("/{id:long}/change", Change);
        unit.MapPost("/{id:long}/secret", Rotate);
        var decide = routes.MapGroup("/exchange/applications/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.DataCentre));
        decide.MapPost("/decide", (long id, IFormCollection form, DecideAccess act, [AsParameters] ApplicationForm at, CancellationToken cancel) =>
            at.Done(id, act.Run(id, form.Edit(), form["admits"] == "true", form["opinion"].ToString(), at.Actor, cancel), "审批已保存。", form, cancel));
        routes.MapGroup("/exchange/applications/{id:long}").RequireAuthorization(p => p.RequireRole([.. ApplicationAccess.Asks, Roles.DataCentre]))
            .MapPost("/end", (long id, IFormCollection form, EndAccess act, [AsParameters] ApplicationForm at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["reason"].ToString(), at.Actor, cancel), "已注销，密钥和令牌作废。", form, cancel));
    }

    private static async Task<IResult> Ask(IFormCollection form, AskForAccess act, [AsParameters] ApplicationForm at, CancellationToken cancel)
    {
        var input = Input(form);
        var asked = await act.Run(input, at.Actor, cancel);
        return asked.TryGet(out var id) ? at.Back(id, "申请已提交，等大数据中心审批。") : Pages.Refused<ApplicationFormPage>(new { View = new ApplicationFormView(0, 0, input.Name, input.Purpose, input.Allowlist) }, asked.Faults);
    }

    private static async Task<IResult> Change(long id, IFormCollection form, AskForChange act, [AsParameters] ApplicationForm at, CancellationToken cancel)
    {
        var input = Input(form);
        var asked = await act.Run(id, form.Edit(), input, at.Actor, cancel);
        if (asked.Ok) return at.Back(id, "申请已提交，等大数据中心审批。");
        // What was typed, upon what is there now: whoever saved meanwhile does not stand in the way of the next try.
        var found = await at.Find.Form(id, at.Actor, cancel);
        return found.TryGet(out var now) ? Pages.Refused<ApplicationFormPage>(new { View = now with { Name = input.Name, Purpose = input.Purpose, Allowlist = input.Allowlist } }, asked.Faults) : Pages.Problem(found.Faults);
    }

    // Shown with this very answer and never again: nothing keeps it for a redirect.
    private static async Task<IResult> Rotate(long id, IFormCollection form, RotateSecret act, [AsParameters] ApplicationForm at, CancellationToken cancel)
    {
        var made = await act.Run(id, form.Edit(), form["leaked"] == "true", at.Actor, cancel);
        if (!made.TryGet(out var secret)) return await at.Page(id, form, made.Faults, cancel);
        at.Http.Response.Headers.CacheControl = "no-store";
        var found = await at.Find.One(id, at.Actor, cancel);
        return Pages.Ok<ApplicationPage>(new { View = found.Value, Secret = secret });
    }

    private static ApplicationInput Input(IFormCollection form) => new(form["name"].ToString(), form["purpose"].ToString(), form["allowlist"].ToString().Replace("\r", "", StringComparison.Ordinal));

    private static long Before(HttpContext http) => long.TryParse(new QueryState(http)["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : 0;
}

/// <summary>What every form of an application does when its act is done, or refused.</summary>
internal sealed record ApplicationForm(FindApplications Find, Flash Flash, Translator T, HttpContext Http, Actor Actor)
{
    /// <summary>Back to the application with a message, or the page again with what was typed.</summary>
    public async Task<IResult> Done(long id, Task<Result<Done>> act, string message, IFormCollection form, CancellationToken cancel)
    {
        var result = await act;
        return result.Ok ? Back(id, message) : await Page(id, form, result.Faults, cancel);
    }

    /// <summary>Back with a message.</summary>
    public IResult Back(long id, string message) => Flash.Back(Http, $"/exchange/applications/{id}", T[message]);

    /// <summary>The page, or what was refused on it.</summary>
    public async Task<IResult> Page(long id, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await Find.One(id, Actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<ApplicationPage>(new { View = view }) : Pages.Refused<ApplicationPage>(new { View = view, Texts = texts }, faults);
    }
}
