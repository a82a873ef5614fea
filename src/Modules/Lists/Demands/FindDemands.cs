using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands;

/// <summary>The demand list as pages and exports see it: three statements a page.</summary>
internal sealed class FindDemands(Store store, IOrganizationDirectory organizations)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    private const int Slice = 500;

    private static readonly DemandState[] Tabs =
        [DemandState.Listed, DemandState.InCheck, DemandState.AwaitingHead, DemandState.Returned, DemandState.Draft, DemandState.Withdrawn];

    private sealed record Cell(DemandState State, long Unit, long Provider, bool InCatalog, int Count);

    /// <summary>One page with the figures of all tabs and filters.</summary>
    public async Task<DemandListView> Page(DemandFilter filter, int page, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        filter = filter with { Unit = filter.Unit is { } asking ? units.Living(asking) : null, Provider = filter.Provider is { } giving ? units.Living(giving) : null };
        var visible = Said(filter, actor, units);
        // One small cube instead of a count for each tab and choice.
        var cube = await visible.GroupBy(d => new { d.State, d.UnitId, d.ProviderId, d.InCatalog })
            .Select(g => new Cell(g.Key.State, g.Key.UnitId, g.Key.ProviderId, g.Key.InCatalog, g.Count())).ToListAsync(cancel);
        cube = cube.ConvertAll(c => c with { Unit = units.Living(c.Unit), Provider = units.Living(c.Provider) });
        var rows = await Rows(await Fitting(visible, filter, units).OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.Id).Skip((page - 1) * Size).Take(Size).ToListAsync(cancel), units, cancel);
        var inTab = cube.Where(c => c.State == filter.State).ToList();
        return new DemandListView(
            [.. Tabs.Select(s => new Facet($"{s}", s.Text(), cube.Where(c => c.State == s && Fits(c, filter)).Sum(c => c.Count)))],
            Facets(inTab.Where(c => Fits(c, filter with { Unit = null })), c => $"{c.Unit}", c => units.ShortName(c.Unit)),
            Facets(inTab.Where(c => Fits(c, filter with { Provider = null })), c => $"{c.Provider}", c => c.Provider == 0 ? "不明确" : units.ShortName(c.Provider)),
            Facets(inTab.Where(c => Fits(c, filter with { InCatalog = null })), c => c.InCatalog ? "in" : "out", c => c.InCatalog ? "目录内" : "目录外"),
            rows, $"{filter.State}", filter.Narrows, page, Size, inTab.Where(c => Fits(c, filter)).Sum(c => c.Count));
    }

    /// <summary>All rows of a filter, a slice at a time.</summary>
    public async IAsyncEnumerable<DemandRow> All(DemandFilter filter, Actor actor, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (long after = 0; ;)
        {
            var slice = await After(filter, after, Slice, actor, cancel);
            foreach (var row in slice) yield return row;
            if (slice.Count < Slice) yield break;
            after = slice[^1].Id;
        }
    }

    /// <summary>The next rows of a filter by id.</summary>
    public async Task<IReadOnlyList<DemandRow>> After(DemandFilter filter, long after, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var found = Fitting(Said(filter, actor, units), filter, units);
        return await Rows(await found.Where(d => d.Id > after).OrderBy(d => d.Id).Take(most).ToListAsync(cancel), units, cancel);
    }

    /// <summary>What this person may see: the demand list, and all demands of their own unit; the city's people and the auditor also what others have handed in.</summary>
    public static IQueryable<Demand> Visible(IQueryable<Demand> rows, Actor actor, long[] own) => actor.Is(Roles.SeeAll)
        ? rows.Where(d => d.State != DemandState.Draft || own.Contains(d.UnitId))
        : rows.Where(d => d.State == DemandState.Listed || own.Contains(d.UnitId));

    /// <summary>One demand as a row.</summary>
    public static DemandRow Row(Demand d, IReadOnlyList<string> items, UnitTree units) => new(
        d.Id, d.Number ?? "", d.Name, units.ShortName(d.UnitId), d.ProviderId == 0 ? "" : units.ShortName(d.ProviderId), d.InCatalog, items, d.Scenario,
        d.BasisName.Length == 0 ? "" : $"《{d.BasisName.Trim('《', '》')}》{d.BasisClause}", d.Scope, d.Purpose, d.Way, d.Frequency?.Name() ?? "", d.StartsOn, d.EndsOn, d.Personal.Text(), d.Urgency.Text(),
        d.State.Text(), d.State.Tone(), d.ChangedAt, d.ListedAt, DeclaredPart.Texts(d.Elements));

    private async Task<IReadOnlyList<DemandRow>> Rows(List<Demand> demands, UnitTree units, CancellationToken cancel)
    {
        var ids = demands.ConvertAll(d => d.Id);
        var items = (await store.Set<DemandItem>().AsNoTracking().Where(i => ids.Contains(i.DemandId)).OrderBy(i => i.DemandId).ThenBy(i => i.Place).Select(i => new { i.DemandId, i.Name }).ToListAsync(cancel)).ToLookup(i => i.DemandId, i => i.Name);
        return [.. demands.Select(d => Row(d, [.. items[d.Id]], units))];
    }

    private IQueryable<Demand> Said(DemandFilter filter, Actor actor, UnitTree units) =>
        Visible(store.Set<Demand>().AsNoTracking(), actor, units.Family(actor.UnitId)).Saying(filter.Text, d => d.Name + "\n" + d.Scenario + "\n" + (d.Number ?? ""));

    private static IQueryable<Demand> Fitting(IQueryable<Demand> rows, DemandFilter filter, UnitTree units)
    {
        if (filter.State is { } state) rows = rows.Where(d => d.State == state);
        if (filter.Unit is { } unit && units.Family(unit) is var asking) rows = rows.Where(d => asking.Contains(d.UnitId));
        if (filter.Provider is { } provider && units.Family(provider) is var giving) rows = rows.Where(d => giving.Contains(d.ProviderId));
        if (filter.InCatalog is { } inside) rows = rows.Where(d => d.InCatalog == inside);
        return rows;
    }

    private static bool Fits(Cell cell, DemandFilter filter) =>
        (filter.Unit is null || filter.Unit == cell.Unit) && (filter.Provider is null || filter.Provider == cell.Provider) && (filter.InCatalog is null || filter.InCatalog == cell.InCatalog);

    private static List<Facet> Facets(IEnumerable<Cell> cells, Func<Cell, string> value, Func<Cell, string> text) => Facet.Of(cells, value, text, c => c.Count);
}
