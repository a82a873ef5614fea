using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Mounts.Trial;
using Qingdan.Exchange.Mounts.Viewing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts;

/// <summary>Pages of the mounts: everybody in business sees what is theirs to see; the provider's people change.</summary>
internal static class MountEndpoints
{
    /// <summary>The address of the list.</summary>
    public const string Href = "/exchange/mounts";

    private static readonly Fault NoCode = new("exchange.mount.code", "没有找到这个目录代码，或者它没有发布。", "code");

    public static void MapMountPages(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup(Href).RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", async (FindMounts find, HttpContext http, Actor actor, CancellationToken cancel) => Pages.Ok<MountListPage>(new { View = await find.Page(new QueryState(http), actor, cancel) }));
        read.MapGet("/{id:long}", (long id, [AsParameters] MountPost at, CancellationToken cancel) => at.Page(id, null, cancel));
        var keep = routes.MapGroup(Href).RequireAuthorization(p => p.RequireRole(MountAccess.Keepers));
        keep.MapGet("/new", New);
        keep.MapPost("/new", (long resource, IFormCollection form, SaveMount save, [AsParameters] MountPost at, CancellationToken cancel) => at.Save(0, resource, form, save, cancel));
        keep.MapGet("/{id:long}/edit", Form);
        keep.MapPost("/{id:long}/edit", (long id, IFormCollection form, SaveMount save, [AsParameters] MountPost at, CancellationToken cancel) => at.Save(id, 0, form, save, cancel));
        keep.MapPost("/{id:long}/trial", async (long id, IFormCollection form, TryMount trial, [AsParameters] MountPost at, CancellationToken cancel) =>
            await trial.Run(id, form.Edit(), at.Actor, cancel) is var tried && tried.TryGet(out var view) ? await at.Page(id, view, cancel) : await at.Refused(id, tried.Faults, cancel));
        keep.MapPost("/{id:long}/service", async (long id, IFormCollection form, PutInService put, [AsParameters] MountPost at, CancellationToken cancel) =>
            await put.Run(id, form.Edit(), at.Actor, cancel) is var done && done.TryGet(out var supplied) ? at.Back(id, supplied == 0 ? at.T["已启用，网关可以调用它。"] : at.T["已启用。有 {0} 件等着提供的需求随之办结提供。", supplied]) : await at.Refused(id, done.Faults, cancel));
        keep.MapPost("/{id:long}/stop", async (long id, IFormCollection form, StopMount stop, [AsParameters] MountPost at, CancellationToken cancel) =>
            await stop.Run(id, form.Edit(), form["why"].ToString(), at.Actor, cancel) is { Ok: false } refused ? await at.Refused(id, refused.Faults, cancel, form["why"].ToString()) : at.Back(id, at.T["已停用，网关不再调用它。"]));
    }

    // First of all the resource: what there is to fill in follows from its items.
    private static async Task<IResult> New(CatalogLookup catalog, ShowMount show, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        if (long.TryParse(query["resource"], NumberStyles.None, CultureInfo.InvariantCulture, out var resource))
        {
            var found = await show.Form(0, resource, null, actor, cancel);
            return found.TryGet(out var view) ? Pages.Ok<MountFormPage>(new { View = view }) : Pages.Problem(found.Faults);
        }
        if (query["code"]?.Trim() is not { } code) return Pages.Ok<MountStartPage>(new { Code = "" });
        return (await catalog.ByCode([code], cancel)).Values.FirstOrDefault() is { } one ? Results.LocalRedirect($"{Href}/new?resource={one.Id}") : Pages.Refused<MountStartPage>(new { Code = code }, [NoCode]);
    }

    private static async Task<IResult> Form(long id, ShowMount show, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await show.Form(id, 0, null, actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<MountFormPage>(new { View = view with { Draft = MountInput.Proposed(view.Draft, http.Request.Query) } }) : Pages.Problem(found.Faults);
    }
}
