using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Applications;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Grants.Viewing;

/// <summary>Grants for people: the list, and one with its items, its entry and its course.</summary>
internal sealed class FindGrants(Store store, IOrganizationDirectory organizations, PublishedCatalog catalog, ListsInForce lists)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>The tab of those for which no application is named yet.</summary>
    public const string Unbound = "Unbound";

    private static readonly IReadOnlyList<KeyValuePair<string, string>> Tabs = [new("", "全部"), .. Enum.GetValues<GrantState>().Select(s => KeyValuePair.Create($"{s}", s.Text())), new(Unbound, "待指定应用")];

    /// <summary>Some grants, the newest first, older than <paramref name="before"/>.</summary>
    public async Task<GrantListView> Page(GrantFilter filter, long before, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = GrantAccess.Visible(store.Set<Grant>().AsNoTracking(), actor, units);
        var (tab, family) = (filter.Tab, units.Family(filter.Unit));
        if (filter.Application != 0) rows = rows.Where(g => g.ApplicationId == filter.Application);
        if (filter.Resource != 0) rows = rows.Where(g => g.ResourceId == filter.Resource);
        if (filter.Unit != 0) rows = rows.Where(g => family.Contains(g.UnitId));
        var known = Enum.TryParse<GrantState>(tab, out var state) && Enum.IsDefined(state);
        if (known) rows = rows.Where(g => g.State == state);
        else if (tab == Unbound) rows = rows.Where(g => g.ApplicationId == 0 && g.State != GrantState.Ended);
        var found = await rows.Where(g => before == 0 || g.Id < before).OrderByDescending(g => g.Id).Take(most + 1).ToListAsync(cancel);
        return new(known || tab == Unbound ? tab! : "", Tabs, await Lines([.. found.Take(most)], units, cancel), found.Count > most ? found[most - 1].Id : null);
    }

    /// <summary>One grant.</summary>
    public async Task<Result<GrantView>> One(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await GrantAccess.Visible(store.Set<Grant>().AsNoTracking(), actor, units).SingleOrDefaultAsync(g => g.Id == id, cancel) is not { } row) return GrantAccess.NotFound;
        var steps = await store.Set<GrantStep>().AsNoTracking().Where(s => s.GrantId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        var (names, standing) = ((await catalog.Of([row.ResourceId], cancel)).SelectMany(r => r.Items).ToDictionary(i => i.Id, i => i.Name), (await lists.Of([row.ResourceId], cancel)).GetValueOrDefault(row.ResourceId));
        var items = GrantedSet.Parse(row.Items);
        var ground = GrantGround.Of(standing, items);
        var (open, uses, runs) = (row.State != GrantState.Ended, GrantAccess.Uses(row, actor, units), actor.Is(Roles.DataCentre));
        // One that has ended is suspended no more, whatever is remembered of it.
        var held = open ? row.SuspendedBy : SuspendedBy.Nobody;
        var users = row.Regional ? await GrantAccess.Visible(store.Set<Grant>().AsNoTracking(), actor, units).Where(g => g.ParentId == id).OrderBy(g => g.Id).ToListAsync(cancel) : [];
        var own = units.Family(actor.UnitId);
        var shares = open && GrantAccess.Shares(row, actor, units) && !users.Exists(g => own.Contains(g.UnitId));
        return new GrantView(
            (await Lines([row], units, cancel))[0], row.CaseId, row.Number, ground.Id, ground.Number, ground.Href, ground.Id != 0 && row.State == GrantState.Active && standing?.Suspended != true, [.. items.Select(i => Item(i, names, standing))], row.Reason,
            held.HasFlag(SuspendedBy.Case), held.HasFlag(SuspendedBy.Platform), row.CaseReason, row.PlatformReason, steps.ConvertAll(s => new GrantStepView(s.Act, s.Note, units.ShortName(s.UnitId), s.Person, s.At)), row.Edit, open && uses, open && runs && !held.HasFlag(SuspendedBy.Platform),
            held.HasFlag(SuspendedBy.Platform) && runs, open && runs, row.Regional, row.ParentId, await Lines(users, units, cancel), shares, (open && uses) || shares ? await Choices(own, cancel) : []);
    }

    // An item that the catalogue has no more is named by its number.
    private static GrantItemView Item(GrantedEntry item, Dictionary<long, string> names, ResourceInForce? standing)
    {
        var stopped = item.Disclosure == Disclosure.Plain ? standing?.Forbidden.FirstOrDefault(f => f.ItemId == 0 || f.ItemId == item.ItemId)?.By : null;
        return new(item.ItemId, names.GetValueOrDefault(item.ItemId, $"#{item.ItemId}"), item.Disclosure.Text(), stopped?.Clause ?? "", stopped?.Id ?? 0, standing is not { EntryId: not 0 } || standing.Carries(item.ItemId));
    }

    private async Task<IReadOnlyList<Option>> Choices(long[] own, CancellationToken cancel) =>
        (await store.Set<Application>().AsNoTracking().Where(Application.MayCall).Where(a => own.Contains(a.UnitId)).OrderBy(a => a.Name).ToListAsync(cancel))
        .ConvertAll(a => new Option($"{a.Id}", a.Name));

    private async Task<IReadOnlyList<GrantLine>> Lines(List<Grant> rows, UnitTree units, CancellationToken cancel)
    {
        var known = rows.ConvertAll(g => g.ApplicationId);
        var names = await store.Set<Application>().AsNoTracking().Where(a => known.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return rows.ConvertAll(g => new GrantLine(
            g.Id, g.Number, g.ResourceId, g.Resource, units.ShortName(g.UnitId), units.ShortName(g.ProviderId), g.ApplicationId, names.GetValueOrDefault(g.ApplicationId, ""), g.Purpose, g.State.Text(), g.State.Tone(), g.StartsOn, g.EndsOn, g.Quota, g.Rate));
    }
}

/// <summary>Which grants are meant.</summary>
/// <param name="Tab">Name of a state, <see cref="FindGrants.Unbound"/>, or empty for all.</param>
/// <param name="Application">Of one application; 0 for all.</param>
/// <param name="Resource">Of one resource; 0 for all.</param>
/// <param name="Unit">Of one 使用单位; 0 for all.</param>
internal sealed record GrantFilter(string? Tab, long Application, long Resource, long Unit);
