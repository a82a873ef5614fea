using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands;

/// <summary>The demand list as pages and exports see it: filtered, counted and ordered in memory, only the rows of the page read from the tables. Three statements a page.</summary>
internal sealed class FindDemands(Store store, DemandShelf shelf, IOrganizationDirectory organizations)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    private const int Slice = 500;

    private static readonly DemandState[] Tabs =
        [DemandState.Listed, DemandState.InCheck, DemandState.AtDistrict, DemandState.AwaitingHead, DemandState.Returned, DemandState.Draft, DemandState.Withdrawn];

    /// <summary>One page with the figures of all tabs and filters.</summary>
    public async Task<DemandListView> Page(DemandFilter filter, int page, Actor actor, CancellationToken cancel)
    {
        var found = await Find(filter, actor, cancel);
        var counts = found.Count();
        return new DemandListView(
            found.Tabs(counts, DemandShelf.State, Tabs, s => s.Text()), found.UnitsOf(counts, DemandShelf.Unit, filter.Unit), found.UnitsOf(counts, DemandShelf.Provider, filter.Provider, "不明确"),
            found.Choices(counts, DemandShelf.Kind, v => v, v => v == DemandShelf.Inside ? "目录内" : "目录外"),
            await Rows(found.Ids("-changed", (page - 1) * Size, Size), found.Units, cancel), $"{filter.State}", filter.Narrows, page, Size, counts.Total);
    }

    /// <summary>All rows of a filter by id, a slice at a time.</summary>
    public async IAsyncEnumerable<DemandRow> All(DemandFilter filter, Actor actor, [EnumeratorCancellation] CancellationToken cancel)
    {
        var found = await Find(filter, actor, cancel);
        foreach (var slice in found.ById(0).Chunk(Slice))
            foreach (var row in await Rows(slice, found.Units, cancel)) yield return row;
    }

    /// <summary>The next rows of a filter by id.</summary>
    public async Task<IReadOnlyList<DemandRow>> After(DemandFilter filter, long after, int most, Actor actor, CancellationToken cancel)
    {
        var found = await Find(filter, actor, cancel);
        return await Rows([.. found.ById(after).Take(most)], found.Units, cancel);
    }

    /// <summary>What this person may see: the demand list, and all demands of their own unit; a district what its streets and towns have handed in; the city's people and the auditor that of all.</summary>
    public static IQueryable<Demand> Visible(IQueryable<Demand> rows, Actor actor, long[] own) => actor.Is(Roles.SeeAll)
        ? rows.Where(d => d.State != DemandState.Draft || own.Contains(d.UnitId))
        : rows.Where(d => d.State == DemandState.Listed || own.Contains(d.UnitId) || (d.DistrictId != 0 && own.Contains(d.DistrictId) && d.State != DemandState.Draft));

    /// <summary>One demand as a row.</summary>
    public static DemandRow Row(Demand d, IReadOnlyList<string> items, UnitTree units) => new(
        d.Id, d.Number ?? "", d.Name, units.ShortName(d.UnitId), d.ProviderId == 0 ? "" : units.ShortName(d.ProviderId), d.InCatalog, items, d.Scenario,
        d.BasisName.Length == 0 ? "" : $"《{d.BasisName.Trim('《', '》')}》{d.BasisClause}", d.Scope, d.Regional, d.Purpose, d.Way, d.Frequency?.Name() ?? "", d.StartsOn, d.EndsOn, d.Personal.Text(), d.Urgency.Text(),
        d.State.Text(), d.State.Tone(), d.ChangedAt, d.ListedAt, DeclaredPart.Texts(d.Elements));

    private async Task<IReadOnlyList<DemandRow>> Rows(IReadOnlyList<long> ids, UnitTree units, CancellationToken cancel)
    {
        var demands = await store.Set<Demand>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var items = (await store.Set<DemandItem>().AsNoTracking().Where(i => ids.Contains(i.DemandId)).OrderBy(i => i.DemandId).ThenBy(i => i.Place).Select(i => new { i.DemandId, i.Name }).ToListAsync(cancel)).ToLookup(i => i.DemandId, i => i.Name);
        return [.. ids.Where(demands.ContainsKey).Select(id => Row(demands[id], [.. items[id]], units))];
    }

    private async Task<ShelfFound> Find(DemandFilter filter, Actor actor, CancellationToken cancel)
    {
        var found = await shelf.Find(store, await organizations.Tree(cancel), actor, ShelfFound.Words(filter.Text), cancel);
        found.Narrow(DemandShelf.State, filter.State?.ToString());
        found.NarrowTo(DemandShelf.Unit, filter.Unit);
        found.NarrowTo(DemandShelf.Provider, filter.Provider);
        found.Narrow(DemandShelf.Kind, filter.InCatalog switch { true => DemandShelf.Inside, false => DemandShelf.Outside, _ => null });
        return found;
    }
}
