using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Cases.Viewing;

/// <summary>Cases as the list shows them: filtered and counted in memory, what is due first at the front, only the rows of the page read from the table.</summary>
internal sealed class FindCases(Store store, CaseShelf shelf, IOrganizationDirectory organizations, Deadlines deadlines, TimeProvider clock)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>One page with the figures of tabs and filters.</summary>
    public async Task<CaseListView> Page(CaseFilter filter, int page, Actor actor, CancellationToken cancel)
    {
        var found = await Find(filter, actor, cancel);
        var (whole, states) = (found.Count(), Enum.GetValues<CaseState>());
        long under = states.Except(CaseFlow.Ends).Sum(s => found.Of(whole, CaseShelf.State, $"{s}"));
        Narrow(found, CaseFilter.Open);
        var late = found.Moment.Codes.CountNewer(found.Codes, found.Hits, CaseShelf.Key(clock.Today()));
        Narrow(found, filter.Tab);
        var total = filter.Tab == CaseFilter.Late ? late : found.Count().Total;
        var counts = found.Count();
        List<Facet> tabs = [new(CaseFilter.Open, "在办", under), new(CaseFilter.Owed, "待提供单位办理", CaseFlow.Owing.Sum(s => found.Of(whole, CaseShelf.State, $"{s}"))), new(CaseFilter.Late, "超期", late), new(CaseFilter.All, "全部", states.Sum(s => found.Of(whole, CaseShelf.State, $"{s}"))), .. found.Tabs(whole, CaseShelf.State, states, s => s.Text()).Where(t => t.Count > 0)];
        var take = filter.Tab == CaseFilter.Late ? Math.Min(Size, Math.Max(0, total - (page - 1) * Size)) : Size;
        return new CaseListView(
            tabs, filter.Tab, found.UnitsOf(counts, CaseShelf.Unit, filter.Unit), found.UnitsOf(counts, CaseShelf.Provider, filter.Provider, "不明确"),
            [.. Enum.GetValues<Answered>().Where(a => a != Answered.None).Select(a => new Facet($"{a}", a.Text(), found.Of(counts, CaseShelf.Answer, $"{a}")))],
            await Rows(found.Ids("-changed", (page - 1) * Size, (int)take), found.Units, cancel), filter.Narrows, page, Size, total);
    }

    /// <summary>The next cases of a filter by id.</summary>
    public async Task<IReadOnlyList<CaseRow>> After(CaseFilter filter, long after, int most, Actor actor, CancellationToken cancel)
    {
        var found = await Find(filter, actor, cancel);
        Narrow(found, filter.Tab);
        return await Rows([.. found.ById(after).Take(most)], found.Units, cancel);
    }

    /// <summary>One case as a row.</summary>
    public static CaseRow Row(Case c, UnitTree units, WorkingCalendar calendar, DateOnly today) => new(
        c.Id, c.Name, units.ShortName(c.UnitId), c.ProviderId == 0 ? "" : units.ShortName(c.ProviderId), c.State.Text(), c.State.Tone(), Turn(c, units),
        c.DueOn, c.Provisional, c.DueOn is { } due ? ClockCount.Left(today, due, calendar) : null, c.ChangedAt);

    private static string Turn(Case c, UnitTree units) => CaseFlow.Turn(c.State) switch
    {
        Party.Requester => units.ShortName(c.UnitId),
        Party.Provider => units.ShortName(c.ProviderId),
        Party.Centre => c.State == CaseState.PassedUp ? "上级平台" : Party.Centre.Text(),
        Party.Authority => Party.Authority.Text(),
        Party.District => units.ShortName(c.DistrictId),
        _ => "",
    };

    private async Task<IReadOnlyList<CaseRow>> Rows(IReadOnlyList<long> ids, UnitTree units, CancellationToken cancel)
    {
        var cases = await store.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var calendar = await deadlines.Calendar(cancel);
        return [.. ids.Where(cases.ContainsKey).Select(id => Row(cases[id], units, calendar, clock.Today()))];
    }

    private async Task<ShelfFound> Find(CaseFilter filter, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var found = await shelf.Find(store, units, actor, ShelfFound.Words(filter.Text), cancel);
        found.NarrowTo(CaseShelf.Unit, filter.Unit);
        found.NarrowTo(CaseShelf.Provider, filter.Provider);
        found.Narrow(CaseShelf.Answer, filter.Answer);
        return found;
    }

    private static void Narrow(ShelfFound found, string tab)
    {
        IEnumerable<CaseState> states = tab switch
        {
            CaseFilter.All => Enum.GetValues<CaseState>(),
            CaseFilter.Owed => CaseFlow.Owing,
            _ => Enum.TryParse<CaseState>(tab, out var one) ? [one] : Enum.GetValues<CaseState>().Except(CaseFlow.Ends),
        };
        found.Codes[CaseShelf.State] = [.. states.Select(s => found.Moment.Code(CaseShelf.State, $"{s}")).Where(code => code >= 0)];
    }
}
