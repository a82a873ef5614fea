using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Organizations.Units;

/// <summary>Pages of units.</summary>
internal static class UnitEndpoints
{
    public static void MapUnits(this IEndpointRouteBuilder routes)
    {
        var see = routes.MapGroup("/organizations").For(Access.SeeUnits);
        see.MapGet("", async (HttpContext http, ListUnits list, Actor actor, CancellationToken cancel) =>
            Pages.Ok<UnitListPage>(new { View = await list.Run(new QueryState(http), actor, cancel) }));
        see.MapGet("/{id:long}", Show);
        var keep = see.MapGroup("").For(Access.KeepUnits);
        keep.MapGet("/new", UnitForms.New);
        keep.MapPost("/new", UnitForms.Create);
        keep.MapGet("/{id:long}/edit", UnitForms.Edit);
        keep.MapPost("/{id:long}/edit", UnitForms.Save);
        keep.MapPost("/confirm", Confirm);
    }

    private static async Task<IResult> Show(long id, ReadUnit read, Actor actor, CancellationToken cancel)
    {
        var found = await read.Run(id, actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<UnitPage>(new { View = view }) : Pages.Problem(found.Faults);
    }

    // The ticked rows, or all that fit the filter in the address.
    private static async Task<IResult> Confirm(
        IFormCollection form, ConfirmOrganizations confirm, IOrganizationDirectory directory, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var chosen = form["all"] == "true" ? UnitFilter.Of(new QueryState(http)).In(await directory.Tree(cancel)).Select(u => u.Id)
            : form["id"].Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        var confirmed = await confirm.Run([.. chosen], actor, cancel);
        flash.Say(http, confirmed.TryGet(out var count) ? new FlashMessage(Tone.Ok, t["已确认 {0} 个单位。", count]) : new FlashMessage(Tone.Warn, t[confirmed.Faults[0]]));
        return Results.LocalRedirect("/organizations?state=proposed");
    }
}
