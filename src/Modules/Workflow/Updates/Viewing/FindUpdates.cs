using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Updates.Viewing;

/// <summary>Updates as the list shows them, what is due first at the front; there are few, so the tables are asked.</summary>
internal sealed class FindUpdates(Store store, IOrganizationDirectory organizations, Deadlines deadlines, TimeProvider clock)
{
    /// <summary>The tab of what is under way.</summary>
    public const string Open = "open";

    /// <summary>One page with the figures of its tabs.</summary>
    public async Task<UpdateListView> Page(QueryState query, Actor actor, CancellationToken cancel)
    {
        var tab = Enum.TryParse<UpdateState>(query["tab"], out var asked) && Enum.IsDefined(asked) ? $"{asked}" : Open;
        var units = await organizations.Tree(cancel);
        var rows = UpdateAccess.Visible(store.Set<CatalogUpdate>().AsNoTracking(), actor, units);
        if (query["q"] is { } words) rows = rows.Where(u => u.Basis.Contains(words));
        var counts = await rows.GroupBy(u => u.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var under = Enum.GetValues<UpdateState>().Except(UpdateFlow.Ends).ToList();
        var states = tab == Open ? under : [asked];
        var page = await rows.Where(u => states.Contains(u.State)).OrderBy(u => u.DueOn == null).ThenBy(u => u.DueOn).ThenByDescending(u => u.Id)
            .Skip((query.Page - 1) * UpdateListView.Size).Take(UpdateListView.Size).ToListAsync(cancel);
        var calendar = await deadlines.Calendar(cancel);
        List<Facet> tabs = [new(Open, "在办", under.Sum(s => counts.GetValueOrDefault(s))), .. Enum.GetValues<UpdateState>().Where(counts.ContainsKey).Select(s => new Facet($"{s}", s.Text(), counts[s]))];
        return new(tabs, tab, page.ConvertAll(u => Row(u, units, calendar, clock.Today())), query["q"] is not null, actor.Is(UpdateFlow.Opens), query.Page, states.Sum(s => counts.GetValueOrDefault(s)));
    }

    /// <summary>The next ones by id.</summary>
    public async Task<IReadOnlyList<UpdateRow>> After(long after, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = await UpdateAccess.Visible(store.Set<CatalogUpdate>().AsNoTracking(), actor, units).Where(u => u.Id > after).OrderBy(u => u.Id).Take(most).ToListAsync(cancel);
        var calendar = await deadlines.Calendar(cancel);
        return rows.ConvertAll(u => Row(u, units, calendar, clock.Today()));
    }

    /// <summary>One update as a row.</summary>
    public static UpdateRow Row(CatalogUpdate u, UnitTree units, WorkingCalendar calendar, DateOnly today) => new(
        u.Id, u.Basis, u.Cause.Text(), units.ShortName(u.UnitId), u.ChangedOn, u.State.Text(), u.State.Tone(),
        UpdateFlow.Turn(u.State) switch { UpdateParty.Unit => units.ShortName(u.UnitId), UpdateParty.Authority => UpdateParty.Authority.Text(), _ => "" },
        u.DueOn, u.Provisional, u.DueOn is { } due ? ClockCount.Left(today, due, calendar) : null, u.OpenedAt, u.ChangedAt);
}
