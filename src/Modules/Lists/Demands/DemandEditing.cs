using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Lists.Demands.Files;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
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
        write.MapPost("/lists/demands/new", Create).TakesFiles();
        write.MapGet("/lists/demands/{id:long}/edit", Edit);
        write.MapPost("/lists/demands/{id:long}/edit", Save).TakesFiles();
        write.MapGet("/lists/demands/items-template", ItemsTemplate.Answer);
    }

    // Without a word about data outside the catalogue the way to a demand begins at the basket.
    private static async Task<IResult> New(int? outside, DemandDesk desk, ListElements elements, Actor actor, CancellationToken cancel) =>
        outside == 1 ? await desk.Page(new DeskState(Blank with { Elements = elements.Demand.Defaults }, null, 0, null, []), actor, cancel) : Results.LocalRedirect("/lists/demands/basket");

    private static async Task<IResult> Create(IFormCollection form, [AsParameters] DemandWriting w, CancellationToken cancel)
    {
        var input = DemandForm.Read(form, w.Elements.Demand);
        if (DemandOffers.Asked(form)) return await DemandOffers.Run(new DeskState(input, null, 0, form, []), w, cancel);
        if (form["action"] == "items") return await Items(new DeskState(input, null, 0, form, []), w, cancel);
        var sent = FileEndpoints.Sent(form.Files);
        if (await w.Attach.Check(0, sent, w.Actor, cancel) is { Count: > 0 } refused) return await w.Desk.Page(new DeskState(input, null, 0, form, [.. refused, .. DemandRules.ForSaving(input)]), w.Actor, cancel);
        var result = await w.Save.Create(input, w.Actor, cancel);
        return result.TryGet(out var id) ? await Next(id, 1, form, sent, input, w, cancel) : await w.Desk.Page(new DeskState(input, null, 0, form, result.Faults), w.Actor, cancel);
    }

    private static async Task<IResult> Edit(long id, ShowDemand show, DemandDesk desk, OfferResources offer, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, false, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        if (!view.May.Edit) return Pages.Problem([view.May.Writes ? DemandFaults.NotNow : DemandFaults.NotYours]);
        var matches = !view.Row.InCatalog && (await offer.For(view.Input, cancel)).TryGet(out var offered) ? offered : null;
        return await desk.Page(new DeskState(view.Input, view, view.Edit, null, [], matches), actor, cancel);
    }

    private static async Task<IResult> Save(long id, IFormCollection form, [AsParameters] DemandWriting w, IOrganizationDirectory organizations, CancellationToken cancel)
    {
        var (input, edit) = (DemandForm.Read(form, w.Elements.Demand), (int)FormNumber.Of(form["edit"]));
        var found = await w.Show.Run(id, false, w.Actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        var at = new DeskState(input, view, edit, form, []);
        if (DemandOffers.Asked(form)) return await DemandOffers.Run(at, w, cancel);
        if (form["action"] == "items") return await Items(at, w, cancel);
        if (FormNumber.Of(form["removeFile"]) is > 0 and var file) return await Remove(at, file, w, cancel);
        var sent = FileEndpoints.Sent(form.Files);
        if (await w.Attach.Check(id, sent, w.Actor, cancel) is { Count: > 0 } refused) return await w.Desk.Page(at with { Faults = [.. refused, .. DemandRules.ForSaving(input)] }, w.Actor, cancel);
        var saved = await w.Save.Update(id, edit, input, w.Actor, cancel);
        if (saved.Ok) return await Next(id, edit + 1, form, sent, input, w, cancel);
        if (saved.Faults.Contains(DemandFaults.ChangedMeanwhile) && view.May.Edit) return await Conflict(view, input, w, organizations, cancel);
        return await w.Desk.Page(at with { Faults = saved.Faults }, w.Actor, cancel);
    }

    private static async Task<RazorComponentResult<ConflictPage>> Conflict(DemandView view, DemandInput mine, DemandWriting w, IOrganizationDirectory organizations, CancellationToken cancel)
    {
        var stored = (await w.Show.Run(view.Row.Id, true, w.Actor, cancel)).Value;
        var names = stored.Known.Resources.SelectMany(r => r.Items.Select(i => (i.Key, Name: $"{r.Name} / {i.Name}"))).DistinctBy(i => i.Key).ToDictionary(i => i.Key, i => i.Name);
        return Pages.Conflict(new
        {
            Parent = new Crumb(w.T["需求清单"], "/lists/demands"), view.Row.Name, Page = $"/lists/demands/{view.Row.Id}", Action = $"/lists/demands/{view.Row.Id}/edit", Guard = "edit", Version = (long)view.Edit,
            Rows = DemandConflict.Rows(view.Input, mine, key => names.GetValueOrDefault(key, key), w.Elements.Demand, await organizations.Tree(cancel)),
        });
    }

    // The demand is saved, with this number; what came with it follows, which counts once, and what is still missing is said on its form. Handed in is what this person wrote: nothing that others saved in between.
    private static async Task<IResult> Next(long id, int edit, IFormCollection form, IReadOnlyList<SentFile> sent, DemandInput input, DemandWriting w, CancellationToken cancel)
    {
        var attached = sent.Count == 0 ? new Done() : Kept(await w.Attach.Run(id, form["fileKind"].ToString(), sent, w.Actor, cancel));
        var submits = form["action"] == "submit";
        var done = attached.Ok && submits ? await w.Submit.Run(id, sent.Count == 0 ? edit : edit + 1, null, w.Actor, cancel) : attached;
        if (done.Ok) return DemandEndpoints.Back(id, submits ? "已送出。" : "已保存草稿。", w.Flash, w.T, w.Http);
        var found = await w.Show.Run(id, false, w.Actor, cancel);
        return found.TryGet(out var view) ? await w.Desk.Page(new DeskState(input, view, view.Edit, form, done.Faults), w.Actor, cancel) : Pages.Problem(found.Faults);
    }

    private static Result<Done> Kept(Result<int> attached) => attached.Ok ? new Done() : attached.As<Done>();

    private static async Task<IResult> Remove(DeskState at, long file, DemandWriting w, CancellationToken cancel)
    {
        var id = at.View!.Row.Id;
        var removed = await w.Remove.Run(id, at.Edit, file, w.Actor, cancel);
        if (!removed.TryGet(out var edit)) return await w.Desk.Page(at with { Faults = removed.Faults }, w.Actor, cancel);
        var now = await w.Show.Run(id, false, w.Actor, cancel);
        return now.TryGet(out var view) ? await w.Desk.Page(at with { View = view, Edit = edit }, w.Actor, cancel) : Pages.Problem(now.Faults);
    }

    // What the workbook says stands in the form and is saved with it.
    private static async Task<IResult> Items(DeskState at, DemandWriting w, CancellationToken cancel)
    {
        if (at.Form!.Files["itemsFile"] is not { Length: > 0 } file) return await w.Desk.Page(at with { Faults = [ReadItems.NoFile] }, w.Actor, cancel);
        await using var content = file.OpenReadStream();
        var read = await w.Items.Run(Path.GetFileName(file.FileName), content, at.Input, w.Actor, cancel);
        return await w.Desk.Page(read.TryGet(out var filled) ? at with { Input = filled } : at with { Faults = read.Faults }, w.Actor, cancel);
    }
}
