using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Grants.Viewing;

/// <summary>The pages of grants.</summary>
internal static class GrantEndpoints
{
    public static void MapGrantPages(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/exchange/grants").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", async (FindGrants find, HttpContext http, Actor actor, CancellationToken cancel) =>
            Pages.Ok<GrantListPage>(new { View = await find.Page(new GrantFilter(new QueryState(http)["tab"], Number(http, "application"), Number(http, "resource"), Number(http, "unit")), Number(http, "before"), FindGrants.Size, actor, cancel) }));
        read.MapGet("/{id:long}", (long id, [AsParameters] GrantForm at, CancellationToken cancel) => at.Page(id, null, [], cancel));
        routes.MapGroup("/exchange/grants/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead))
            .MapPost("/application", (long id, IFormCollection form, BindApplication act, [AsParameters] GrantForm at, CancellationToken cancel) =>
                at.Done(id, act.Run(id, form.Edit(), Long(form, "application"), at.Actor, cancel), "已指定应用，可以调用了。", form, cancel));
        routes.MapGroup("/exchange/grants/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead))
            .MapPost("/uses", async (long id, IFormCollection form, UseRegionally act, [AsParameters] GrantForm at, CancellationToken cancel) =>
            {
                var made = await act.Run(id, Long(form, "application"), at.Actor, cancel);
                return made.TryGet(out var own) ? at.Back(own, "本单位可以按区域授权调用了。") : await at.Page(id, form, made.Faults, cancel);
            });
        var runs = routes.MapGroup("/exchange/grants/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.DataCentre));
        runs.MapPost("/suspend", (long id, IFormCollection form, SuspendGrant act, [AsParameters] GrantForm at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["reason"].ToString(), at.Actor, cancel), "已暂停，每个节点一秒内生效。", form, cancel));
        runs.MapPost("/resume", (long id, IFormCollection form, SuspendGrant act, [AsParameters] GrantForm at, CancellationToken cancel) => at.Done(id, act.Resume(id, form.Edit(), form["reason"].ToString(), at.Actor, cancel), "大数据中心的暂停已解除。", form, cancel));
        runs.MapPost("/limits", (long id, IFormCollection form, LimitGrant act, [AsParameters] GrantForm at, CancellationToken cancel) =>
            at.Done(id, act.Run(id, form.Edit(), Int(form, "quota"), Int(form, "rate"), form["why"].ToString(), at.Actor, cancel), "额度已调整。", form, cancel));
    }

    // What is no number is none that may be set.
    private static int Int(IFormCollection form, string name) => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static long Long(IFormCollection form, string name) => long.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static long Number(HttpContext http, string name) => long.TryParse(new QueryState(http)[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>What every form of a grant does when its act is done, or refused.</summary>
internal sealed record GrantForm(FindGrants Find, Flash Flash, Translator T, HttpContext Http, Actor Actor)
{
    /// <summary>Back to the grant with a message, or the page again with what was typed.</summary>
    public async Task<IResult> Done(long id, Task<Result<Done>> act, string message, IFormCollection form, CancellationToken cancel)
    {
        var result = await act;
        return result.Ok ? Back(id, message) : await Page(id, form, result.Faults, cancel);
    }

    /// <summary>Back to a grant with a message.</summary>
    public IResult Back(long id, string message) => Flash.Back(Http, $"/exchange/grants/{id}", T[message]);

    /// <summary>The page, or what was refused on it.</summary>
    public async Task<IResult> Page(long id, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await Find.One(id, Actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<GrantPage>(new { View = view }) : Pages.Refused<GrantPage>(new { View = view, Texts = texts }, faults);
    }
}
