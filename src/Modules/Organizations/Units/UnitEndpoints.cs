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
        keep.MapPost("/{id:long}/duties", MoveDuties);
        keep.MapPost("/confirm", Confirm);
    }

    private static async Task<IResult> Show(long id, ReadUnit read, Actor actor, CancellationToken cancel)
    {
        var found = await read.Run(id, actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<UnitPage>(new { View = view }) : Pages.Problem(found.Faults);
    }

    private static async Task<IResult> MoveDuties(
        long id, IFormCollection form, MoveDuties move, ReadUnit read, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var draft = new DutiesDraft(form["to"].ToString(), form["day"].ToString(), form["document"].ToString(), form["note"].ToString());
        var moved = await move.Run(id, draft, actor, cancel);
        if (!moved.Ok)
            return (await read.Run(id, actor, cancel)).TryGet(out var view) ? Pages.Refused<UnitPage>(new { View = view, Duties = draft }, moved.Faults) : Pages.Problem(moved.Faults);
        flash.Say(http, new FlashMessage(Tone.Ok, t["已登记职能划转。"]));
        return Results.LocalRedirect($"/organizations/{id}");
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
