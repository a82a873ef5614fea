using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>
/// 需求篮. The catalogue's pages post to <c>/lists/demands/basket</c>: <c>id</c> for each ticked row; a resource's page may add <c>item</c> for some of its items.
/// </summary>
internal static class BasketEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var basket = routes.MapGroup("/lists/demands/basket").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        basket.MapGet("", Show);
        basket.MapPost("", Put);
        basket.MapPost("/remove", Take);
        basket.MapPost("/draft", Draft);
    }

    private static async Task<IResult> Show(long? resource, DemandBasket basket, KnownGrants granted, PublishedCatalog catalog, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var content = await basket.Content(actor, cancel);
        var gone = await basket.Count(actor, cancel) - content.Count;
        // A link from a resource's page: it is put in by a button, never by opening an address.
        var offered = resource is { } id && content.All(c => c.Resource.Id != id) ? (await catalog.Of([id], cancel)).SingleOrDefault() : null;
        var grants = await granted.Of(actor.UnitId, [.. content.Select(c => c.Resource.Id)], cancel);
        var groups = content.GroupBy(c => units.Find(c.Resource.ProviderId)?.Name ?? "")
            .Select(g => new BasketGroupView(g.Key, [.. g.Select(c => Row(c.Resource, c.Items.Count) with { Granted = Granted(grants, c.Resource, c.Items) })])).ToList();
        return Pages.Ok<BasketPage>(new { Groups = (IReadOnlyList<BasketGroupView>)groups, Offered = offered is null ? null : Row(offered, 0), Gone = gone });
    }

    private static BasketRowView Row(PublishedResource resource, int picked) => new(resource.Id, resource.Name, resource.Code ?? "", resource.Items.Count, picked);

    private static (int, GrantView)? Granted(ILookup<long, GrantView> grants, PublishedResource resource, IReadOnlySet<long> picked)
    {
        var over = DemandBasket.Items(resource, picked).Select(i => KnownGrants.Over(grants, i.ResourceId, i.ItemId)).OfType<GrantView>().ToList();
        return over.Count == 0 ? null : (over.Count, over[0]);
    }

    private static async Task<IResult> Put(IFormCollection form, DemandBasket basket, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (form["all"] == "true") return Pages.Problem([DemandBasket.OneByOne]);
        var chosen = FormNumber.All(form, "id");
        var result = await basket.Put(chosen, FormNumber.All(form, "item"), actor, cancel);
        if (!result.TryGet(out var count)) return Pages.Problem(result.Faults);
        var left = chosen.Count - count;
        flash.Say(http, new FlashMessage(left == 0 ? Tone.Ok : Tone.Warn, t["已放入需求篮：{0} 个目录。", count] + (left == 0 ? "" : t["另有 {0} 个没有发布，没有放入。", left])));
        return Results.LocalRedirect("/lists/demands/basket");
    }

    private static async Task<IResult> Take(IFormCollection form, DemandBasket basket, Actor actor, CancellationToken cancel)
    {
        await basket.Take(FormNumber.All(form, "id"), actor, cancel);
        return Results.LocalRedirect("/lists/demands/basket");
    }

    private static async Task<IResult> Draft(DemandBasket basket, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await basket.Draft(actor, cancel);
        if (!result.TryGet(out var drafts)) return Pages.Problem(result.Faults);
        return flash.Back(http, drafts.Count == 1 ? $"/lists/demands/{drafts[0]}/edit" : $"/lists/demands?tab={DemandState.Draft}", t["已生成 {0} 件需求草稿，请逐件填写。", drafts.Count]);
    }
}
