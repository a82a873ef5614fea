using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Platform.Web.Components;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>Writing a demand: by hand for data outside the catalogue, and the next state of a draft.</summary>
internal static class DemandEditing
{
    private static readonly DemandInput Blank = new() { Urgency = $"{Urgency.Normal}", Personal = $"{PersonalData.None}" };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var write = routes.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        write.MapGet("/lists/demands/new", New);
        write.MapPost("/lists/demands/new", Create);
        write.MapGet("/lists/demands/{id:long}/edit", Edit);
        write.MapPost("/lists/demands/{id:long}/edit", Save);
    }

    // Without a word about data outside the catalogue the way to a demand begins at the basket.
    private static async Task<IResult> New(int? outside, IOrganizationDirectory organizations, ListElements elements, Translator t, CancellationToken cancel) =>
        outside == 1 ? Pages.Ok<DemandEditPage>(new { Input = Blank with { Elements = elements.Demand.Defaults }, Units = Units(await organizations.Tree(cancel), t) }) : Results.LocalRedirect("/lists/demands/basket");

    private static async Task<IResult> Create(
        IFormCollection form, SaveDemand save, SubmitDemand submit, OfferResources offer, FindRepeats repeats, IOrganizationDirectory organizations, ListElements elements, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var input = DemandForm.Read(form, elements.Demand);
        if (DemandOffers.Asked(form)) return await DemandOffers.New(input, form, offer, repeats, save, Units(await organizations.Tree(cancel), t), flash, t, http, actor, cancel);
        var result = await save.Create(input, actor, cancel);
        if (result.TryGet(out var id)) return await Next(id, form, submit, flash, t, http, actor, cancel);
        return Pages.Refused<DemandEditPage>(new { Input = input, Units = Units(await organizations.Tree(cancel), t), Beside = await repeats.Typed(0, input, actor, cancel) }, result.Faults);
    }

    private static async Task<IResult> Edit(long id, ShowDemand show, OfferResources offer, FindRepeats repeats, IOrganizationDirectory organizations, Translator t, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, true, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        if (!view.May.Edit) return Pages.Problem([DemandFaults.NotNow]);
        var matches = !view.Row.InCatalog && (await offer.For(view.Input, cancel)).TryGet(out var offered) ? offered : null;
        return Pages.Ok<DemandEditPage>(Parameters(view, view.Input, view.Edit, view.Known, await repeats.Typed(id, view.Input, actor, cancel), await organizations.Tree(cancel), t, matches));
    }

    private static async Task<IResult> Save(
        long id, IFormCollection form, SaveDemand save, SubmitDemand submit, OfferResources offer, FindRepeats repeats, ShowDemand show, IOrganizationDirectory organizations, ListElements elements,
        Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var (input, edit) = (DemandForm.Read(form, elements.Demand), (int)FormNumber.Of(form["edit"]));
        if (DemandOffers.Asked(form)) return await DemandOffers.Draft(id, edit, input, form, offer, repeats, save, show, Units(await organizations.Tree(cancel), t), flash, t, http, actor, cancel);
        var saved = await save.Update(id, edit, input, actor, cancel);
        if (saved.Ok && form["action"] != "submit") return DemandEndpoints.Back(id, "已保存草稿。", flash, t, http);
        var sent = saved.Ok ? await submit.Run(id, null, actor, cancel) : saved;
        if (sent.Ok) return DemandEndpoints.Back(id, "已送出。", flash, t, http);
        var found = await show.Run(id, true, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        if (saved.Faults.Contains(DemandFaults.ChangedMeanwhile) && view.May.Edit) return Conflict(view, input, elements, await organizations.Tree(cancel), t);
        return Pages.Refused<DemandEditPage>(Parameters(view, input, saved.Ok ? view.Edit : edit, Ticked(view.Known, input), await repeats.Typed(id, input, actor, cancel), await organizations.Tree(cancel), t), sent.Faults);
    }

    private static RazorComponentResult<ConflictPage> Conflict(DemandView view, DemandInput mine, ListElements elements, UnitTree units, Translator t)
    {
        var names = view.Known.Resources.SelectMany(r => r.Items.Select(i => (i.Key, Name: $"{r.Name} / {i.Name}"))).DistinctBy(i => i.Key).ToDictionary(i => i.Key, i => i.Name);
        return Pages.Conflict(new
        {
            Parent = new Crumb(t["需求清单"], "/lists/demands"), view.Row.Name, Page = $"/lists/demands/{view.Row.Id}", Action = $"/lists/demands/{view.Row.Id}/edit", Guard = "edit", Version = (long)view.Edit,
            Rows = DemandConflict.Rows(view.Input, mine, key => names.GetValueOrDefault(key, key), elements.Demand, units),
        });
    }

    private static async Task<IResult> Next(long id, IFormCollection form, SubmitDemand submit, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (form["action"] != "submit") return DemandEndpoints.Back(id, "已保存草稿。", flash, t, http);
        var result = await submit.Run(id, null, actor, cancel);
        if (result.Ok) return DemandEndpoints.Back(id, "已送出。", flash, t, http);
        // Saved either way; the form says what is still missing.
        flash.Say(http, new FlashMessage(Tone.Warn, $"{t["已保存，但还不能送出："]}{string.Join(" ", result.Faults.Select(f => t[f]))}"));
        return Results.LocalRedirect($"/lists/demands/{id}/edit");
    }

    private static object Parameters(DemandView view, DemandInput input, int edit, DemandKnownView known, IReadOnlyList<RepeatBeside> beside, UnitTree units, Translator t, IReadOnlyList<CatalogMatch>? matches = null) => new
    {
        view.Row.Id, Edit = edit, Input = input, Known = view.Row.InCatalog ? known : null, Units = view.Row.InCatalog ? [] : Units(units, t), Matches = matches, view.Answer, Beside = beside,
    };

    private static DemandKnownView Ticked(DemandKnownView known, DemandInput input)
    {
        var wanted = input.Items.Select(i => $"{i.ResourceId}:{i.ItemId}").ToHashSet();
        return known with { Resources = [.. known.Resources.Select(r => r with { Items = [.. r.Items.Select(i => i with { Wanted = wanted.Contains(i.Key) })] })] };
    }

    private static IReadOnlyList<Option> Units(UnitTree units, Translator t) => [new("0", t["不明确"]), .. units.All.Select(u => new Option($"{u.Id}", u.Name))];
}
