using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Objections.Viewing;

/// <summary>Objections as the list shows them, what is due first at the front; there are few, so the tables are asked.</summary>
internal sealed class FindObjections(Store store, IOrganizationDirectory organizations, Deadlines deadlines, TimeProvider clock)
{
    /// <summary>The tab of what is under way.</summary>
    public const string Open = "open";

    /// <summary>One page with the figures of its tabs.</summary>
    public async Task<ObjectionListView> Page(QueryState query, Actor actor, CancellationToken cancel)
    {
        var tab = query["tab"] is { } asked && Enum.TryParse<ObjectionState>(asked, out _) ? asked : Open;
        var units = await organizations.Tree(cancel);
        var rows = ObjectionAccess.Visible(store, actor, units).AsNoTracking();
        if (query["q"] is { } words) rows = rows.Where(o => o.Resource.Contains(words));
        var counts = await rows.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var under = Enum.GetValues<ObjectionState>().Except(ObjectionFlow.Ends).ToList();
        var states = tab == Open ? under : [Enum.Parse<ObjectionState>(tab)];
        var page = await rows.Where(o => states.Contains(o.State)).OrderBy(o => o.DueOn == null).ThenBy(o => o.DueOn).ThenByDescending(o => o.Id)
            .Skip((query.Page - 1) * ObjectionListView.Size).Take(ObjectionListView.Size).ToListAsync(cancel);
        var calendar = await deadlines.Calendar(cancel);
        List<Facet> tabs = [new(Open, "在办", under.Sum(s => counts.GetValueOrDefault(s))), .. Enum.GetValues<ObjectionState>().Where(counts.ContainsKey).Select(s => new Facet($"{s}", s.Text(), counts[s]))];
        return new(tabs, tab, page.ConvertAll(o => Row(o, units, calendar, clock.Today())), query["q"] is not null, query.Page, states.Sum(s => counts.GetValueOrDefault(s)));
    }

    /// <summary>The next ones by id.</summary>
    public async Task<IReadOnlyList<ObjectionRow>> After(long after, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = await ObjectionAccess.Visible(store, actor, units).AsNoTracking().Where(o => o.Id > after).OrderBy(o => o.Id).Take(most).ToListAsync(cancel);
        var calendar = await deadlines.Calendar(cancel);
        return rows.ConvertAll(o => Row(o, units, calendar, clock.Today()));
    }

    /// <summary>One objection as a row.</summary>
    public static ObjectionRow Row(Objection o, UnitTree units, WorkingCalendar calendar, DateOnly today) => new(
        o.Id, o.ResourceId, o.Resource, o.Wrong.Text(), units.ShortName(o.UnitId), units.ShortName(o.ProviderId), o.State.Text(), o.State.Tone(), Turn(o, units), o.DueOn, o.Provisional,
        o.DueOn is { } due ? ClockCount.Left(today, due, calendar) : null, o.RaisedAt, o.ChangedAt);

    private static string Turn(Objection o, UnitTree units) => ObjectionFlow.Turn(o.State) switch
    {
        ObjectionParty.Raiser => units.ShortName(o.UnitId),
        ObjectionParty.Provider => units.ShortName(o.ProviderId),
        ObjectionParty.Source => units.ShortName(o.SourceId),
        ObjectionParty.Authority => ObjectionParty.Authority.Text(),
        _ => "",
    };
}
