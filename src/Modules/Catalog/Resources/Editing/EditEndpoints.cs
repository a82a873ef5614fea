using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items.Prose;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Resources.Editing;

/// <summary>Writing a resource: new, next state, and what happens when two people write at once.</summary>
internal static class EditEndpoints
{
    public static void Map(RouteGroupBuilder catalog)
    {
        var write = catalog.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        write.MapGet("/new", (DeclaredElements declared) => Page(0, 0, new ResourceContent(), ContentForm.Of(new ResourceContent { Elements = declared.Defaults }), declared, false, true, []));
        write.MapPost("/new", Create).TakesFiles();
        write.MapGet("/{id:long}/edit", Edit);
        write.MapPost("/{id:long}/edit", Save).TakesFiles();
        write.MapPost("/{id:long}/conflict", Resolve).TakesFiles();
    }

    private static async Task<IResult> Create(IFormCollection form, SaveResource save, DeclaredElements declared, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (Rows(form) is { } rows) return Page(0, 0, new ResourceContent(), rows, declared, false, true, []);
        var values = ContentForm.Of(form);
        var (content, faults) = ContentForm.Read(values, declared.Keys);
        var result = faults.Count > 0 ? save.Faults(content, faults) : await save.Create(content, actor, cancel);
        if (!result.TryGet(out var id)) return Page(0, 0, new ResourceContent(), values, declared, false, true, result.Faults);
        return Saved(id, form, flash, t, http);
    }

    private static async Task<IResult> Edit(long id, ReadResource read, FindProposed proposed, DeclaredElements declared, Actor actor, CancellationToken cancel)
    {
        if (!(await read.Run(id, actor, cancel)).TryGet(out var view)) return Pages.Problem([CatalogFaults.NotFound]);
        if (!view.May.Edit) return Pages.Problem([view.State is ResourceState.InReview or ResourceState.ChangeInReview ? CatalogFaults.InReview : CatalogFaults.NotEditable]);
        var now = view.Next ?? view.Content;
        return Page(id, view.Edit, now, ContentForm.Of(now), declared, view.Version > 0, await proposed.MayPropose(id, cancel), []);
    }

    private static async Task<IResult> Save(
        long id, IFormCollection form, ReadResource read, FindProposed proposed, SaveResource save, DeclaredElements declared, LastSaved lastSaved, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (!(await read.Run(id, actor, cancel)).TryGet(out var view)) return Pages.Problem([CatalogFaults.NotFound]);
        var edit = form.Edit();
        var hidden = ContentJson.Read(form["original"]);
        if (!hidden.TryGet(out var original)) return Pages.Problem(hidden.Faults);
        var propose = await proposed.MayPropose(id, cancel);
        if (Rows(form) is { } rows) return Page(id, edit, original, rows, declared, view.Version > 0, propose, []);
        var values = ContentForm.Of(form);
        var (written, faults) = ContentForm.Read(values, declared.Keys);
        var mine = Keep(written, original, declared);
        var result = faults.Count > 0 ? save.Faults(mine, faults) : await save.Update(id, edit, mine, actor, cancel);
        if (result.Ok) return Saved(id, form, flash, t, http);
        return result.Faults.Contains(CatalogFaults.ChangedMeanwhile)
            ? await Conflict(id, original, mine, read, lastSaved, actor, cancel)
            : Page(id, edit, original, values, declared, view.Version > 0, propose, result.Faults);
    }

    private static async Task<IResult> Resolve(long id, IFormCollection form, ReadResource read, SaveResource save, LastSaved lastSaved, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (!(await read.Run(id, actor, cancel)).TryGet(out var view)) return Pages.Problem([CatalogFaults.NotFound]);
        var hidden = ContentJson.Read(form["mine"]);
        if (!hidden.TryGet(out var mine)) return Pages.Problem(hidden.Faults);
        var theirs = view.Next ?? view.Content;
        var merged = ContentConflict.Merge(theirs, mine, key => form[$"k:{key}"] == "mine");
        var result = await save.Update(id, form.Edit(), merged, actor, cancel);
        if (result.Ok) return Saved(id, form, flash, t, http);
        return result.Faults.Contains(CatalogFaults.ChangedMeanwhile) ? await Conflict(id, theirs, mine, read, lastSaved, actor, cancel) : Pages.Problem(result.Faults);
    }

    private static async Task<IResult> Conflict(long id, ResourceContent original, ResourceContent mine, ReadResource read, LastSaved lastSaved, Actor actor, CancellationToken cancel)
    {
        var view = (await read.Run(id, actor, cancel)).Value;
        var (who, at) = await lastSaved.Of(id, cancel);
        var lines = ContentConflict.Between(original, view.Next ?? view.Content, mine);
        return new RazorComponentResult<MergePage>(new { Id = id, view.Content.Name, view.Edit, Mine = Text(mine), Who = who, When = Shown.Instant(at), Lines = lines }) { StatusCode = StatusCodes.Status409Conflict };
    }

    private static IResult Saved(long id, IFormCollection form, Flash flash, Translator t, HttpContext http)
    {
        if (form["action"] == "submit") return Results.LocalRedirect($"/catalog/{id}/submission");
        return flash.Back(http, $"/catalog/{id}", t["已保存草稿。报送后由主管部门审核。"]);
    }

    private static RazorComponentResult<EditPage> Page(long id, int edit, ResourceContent original, FormValues values, DeclaredElements declared, bool inForce, bool propose, IReadOnlyList<Fault> faults)
    {
        var inferred = original.ShareStated ? null : original.Share;
        var proposed = propose && ContentForm.Filled(values) == 0 ? ItemsInProse.Read(values["summary"]) : [];
        var parameters = new { Id = id, Edit = edit, Original = Text(original), Values = values, Declared = declared.All(original.Elements), Owes = declared.Faults(original, owed: true).Any(), Inferred = inferred, InForce = inForce, Proposed = proposed };
        return faults.Count > 0 ? Pages.Refused<EditPage>(parameters, faults) : Pages.Ok<EditPage>(parameters);
    }

    // What the form does not show stays as it was: elements nobody declares, those of items, and a proposal nobody has decided on.
    private static ResourceContent Keep(ResourceContent written, ResourceContent original, DeclaredElements declared)
    {
        var hidden = original.Elements.Where(e => !declared.Keys.Contains(e.Key));
        var known = original.Items.DistinctBy(Key).ToDictionary(Key);
        return written with
        {
            Share = written.ShareStated || original.ShareStated ? written.Share : original.Share,
            Elements = written.Elements.Concat(hidden).ToDictionary(e => e.Key, e => e.Value),
            Items = [.. written.Items.Select(i => known.TryGetValue(Key(i), out var was) ? Keep(i, was, written.Refuses(i), original.Refuses(was)) : i)],
        };
    }

    // Condition and reason share one field; the one it did not show stays as long as the class does.
    private static ItemContent Keep(ItemContent item, ItemContent was, bool refuses, bool refused) => item with
    {
        Elements = was.Elements,
        ShareCondition = refuses && refused ? was.ShareCondition : item.ShareCondition,
        ShareReason = refuses || refused ? item.ShareReason : was.ShareReason,
    };

    // Rows put in on the form have no id yet and are known by their name.
    private static (long, string) Key(ItemContent item) => (item.Id, item.Id > 0 ? "" : item.Name.Trim());

    // The form with a row more or a row less, or with the names of the summary, when one of those buttons was pressed.
    private static FormValues? Rows(IFormCollection form) => form["action"].ToString().Split('-') switch
    {
        ["add", var count] => ContentForm.Of(form, add: Math.Min(Number(count), 10)),
        ["take"] => ContentForm.With(form, [.. form["proposed"].OfType<string>()]),
        ["remove", var row] => ContentForm.Of(form, remove: Number(row)),
        _ => null,
    };

    private static int Number(string? text) => int.TryParse(text, out var number) ? number : 0;

    private static string Text(ResourceContent content) => JsonSerializer.Serialize(content, JsonText.Readable);
}
