using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>Pages on which one row is written, decided or removed.</summary>
internal static class EntryEditing
{
    public static void Map(RouteGroupBuilder routes)
    {
        routes.MapGet("/new", async (IOrganizationDirectory organizations, ListElements elements, Actor actor, CancellationToken cancel) => Pages.Ok<EditPage>(new { Form = await New(organizations, elements, actor, cancel) }));
        routes.MapPost("/new", Add);
        routes.MapGet("/{id:long}/edit", Edit);
        routes.MapPost("/{id:long}/edit", Save);
        routes.MapPost("/{id:long}/decide", Decide);
        routes.MapPost("/{id:long}/remove", Remove);
        routes.MapPost("/{id:long}/propose", Propose);
    }

    private static async Task<EntryForm> New(IOrganizationDirectory organizations, ListElements elements, Actor actor, CancellationToken cancel) =>
        EntryForm.Empty with { Elements = elements.Responsibility.Defaults, Units = actor.Is(Roles.City) ? [.. (await organizations.Tree(cancel)).All.Select(u => new Option(u.Id.ToString(CultureInfo.InvariantCulture), u.ShortName))] : [] };

    private static async Task<IResult> Add(IFormCollection sent, AddEntry add, IOrganizationDirectory organizations, ListElements elements, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var form = EntryForm.Of(sent, await New(organizations, elements, actor, cancel), elements.Responsibility);
        var result = await add.Run(form.Input(), actor, cancel);
        return result.TryGet(out var id) ? Back(id, "已拟列入，确认后生效。", flash, t, http) : Pages.Refused<EditPage>(new { Form = form }, result.Faults);
    }

    private static async Task<IResult> Edit(long id, Store store, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel) =>
        await Stored(id, store, organizations, actor, cancel) is { } form ? Pages.Ok<EditPage>(new { Form = form }) : Pages.Problem([EntryFaults.NotFound]);

    private static async Task<IResult> Save(
        long id, IFormCollection sent, EditEntry edit, Store store, IOrganizationDirectory organizations, ListElements elements, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (await Stored(id, store, organizations, actor, cancel) is not { } stored) return Pages.Problem([EntryFaults.NotFound]);
        var form = EntryForm.Of(sent, stored, elements.Responsibility);
        var result = await edit.Run(id, form.Edit, form.Input(), actor, cancel);
        if (result.Ok) return Back(id, "已保存。", flash, t, http);
        if (!result.Faults.Contains(EntryFaults.ChangedMeanwhile) || await Stored(id, store, organizations, actor, cancel) is not { } now) return Pages.Refused<EditPage>(new { Form = form }, result.Faults);
        return Pages.Conflict(new
        {
            Parent = new Crumb(t["责任清单"], "/lists/responsibilities"), Name = now.Title, Page = $"/lists/responsibilities/{id}", Action = $"/lists/responsibilities/{id}/edit", Guard = "edit", Version = (long)now.Edit,
            Rows = EntryConflict.Rows(now, form, elements.Responsibility),
        });
    }

    private static async Task<IResult> Decide(
        long id, IFormCollection form, ConfirmCandidates confirm, RejectCandidates reject, ShowEntry show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var choice = new EntryChoice([id], new EntryFilter(EntryState.Candidate, []));
        var refuses = form["act"] == "reject";
        var result = refuses ? await reject.Run(choice, form["why"].ToString(), actor, cancel) : await confirm.Run(choice, actor, cancel);
        return result.Ok ? Back(id, refuses ? "已记为不列入。" : "已确认列入责任清单。", flash, t, http) : await Again(id, form, show, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Remove(long id, IFormCollection form, RemoveEntry remove, ShowEntry show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await remove.Run(id, form["why"].ToString(), actor, cancel);
        return result.Ok ? Back(id, "已移出责任清单。", flash, t, http) : await Again(id, form, show, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Again(long id, IFormCollection form, ShowEntry show, IReadOnlyList<Fault> faults, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        return found.TryGet(out var view) ? Pages.Refused<EntryPage>(new { View = view, Why = form["why"].ToString() }, faults) : Pages.Problem(found.Faults);
    }

    private static async Task<EntryForm?> Stored(long id, Store store, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        var row = await store.Set<Entry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (row is null || !EntryAccess.MayChange(actor, await organizations.Tree(cancel), row.ProviderId)) return null;
        return EntryForm.Of(row, await store.Set<EntryItem>().AsNoTracking().Where(i => i.EntryId == id).OrderBy(i => i.Place).ToListAsync(cancel));
    }

    private static IResult Back(long id, string message, Flash flash, Translator t, HttpContext http) =>
        flash.Back(http, $"/lists/responsibilities/{id}", t[message]);

    private static async Task<IResult> Propose(long id, IFormCollection form, ProposeChange propose, ShowEntry show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await propose.Run(id, form["kind"].ToString(), form["reason"].ToString(), form["anchor"].ToString(), actor, cancel);
        if (result.Ok) return Back(id, "已提出，待主管部门、大数据中心确认。", flash, t, http);
        var found = await show.Run(id, actor, cancel);
        return found.TryGet(out var view) ? Pages.Refused<EntryPage>(new { View = view, Texts = form }, result.Faults) : Pages.Problem(found.Faults);
    }
}
