using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Quality;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Meanings;

/// <summary>Which meanings are wanted; what cannot be read does not filter.</summary>
public sealed record MeaningFilter(MeaningState State, long Unit, string Words)
{
    public static MeaningFilter From(QueryState query) => new(
        Enum.TryParse<MeaningState>(query["state"], true, out var state) && Enum.IsDefined(state) ? state : MeaningState.Open,
        long.TryParse(query["unit"], NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : 0, query["q"] ?? "");
}

/// <summary>Meanings as pages and API see them, from the figures kept of them: nothing is counted over items.</summary>
internal sealed class FindMeanings(Store store, MeaningAccess access, CheckedCatalog catalog, IOrganizationDirectory organizations)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 20;

    // What so many of a hundred units have is about every unit's own work; among few units it says nothing.
    private const int NearlyAll = 80, LeastUnits = 10;

    /// <summary>The rows behind <paramref name="after"/>, those that most units have first.</summary>
    public async Task<MeaningList> Page(MeaningFilter filter, string? after, int size, Actor actor, CancellationToken cancel)
    {
        var (units, holders) = (await organizations.Tree(cancel), await Holders(cancel));
        var seen = (await access.Seen(actor, cancel)).AsNoTracking();
        if (filter.Unit != 0)
        {
            var family = units.Family(filter.Unit);
            seen = seen.Where(m => store.Set<MeaningCount>().Where(c => family.Contains(c.UnitId)).Select(c => c.MeaningId).Contains(m.Id));
        }
        if (NameKey.Of(filter.Words) is { Length: > 0 } words) seen = seen.Where(m => m.NameKey.Contains(words));
        var states = new Dictionary<MeaningState, int>();
        foreach (var state in Enum.GetValues<MeaningState>()) states[state] = await Of(seen, state).CountAsync(cancel);
        var rows = await Behind(Of(seen, filter.State), Place(after), Everywhere(holders.Count), size + 1, cancel);
        var next = rows.Count > size ? string.Create(CultureInfo.InvariantCulture, $"{rows[size - 1].Units}:{rows[size - 1].Id}") : null;
        return new MeaningList([.. rows.Take(size).Select(m => Row(m, holders.Count, units))], next, states,
            actor.Is(Roles.SeeAll) ? [.. holders.Append(filter.Unit).Select(units.Find).OfType<Unit>().DistinctBy(u => u.Id).OrderBy(u => u.ShortName, StringComparer.Ordinal).Select(u => (u.Id, u.ShortName))] : []);
    }

    /// <summary>One meaning as a row.</summary>
    public async Task<MeaningRow> Row(Meaning meaning, CancellationToken cancel) => Row(meaning, (await Holders(cancel)).Count, await organizations.Tree(cancel));

    private static MeaningRow Row(Meaning m, int holders, UnitTree units) => new(
        m.Id, m.Name, m.Units, m.Resources, m.Items, m.Differs, m.Units > Everywhere(holders), m.State, m.SourceUnitId == 0 ? 0 : units.Living(m.SourceUnitId), m.SourceUnitId == 0 ? "" : units.ShortName(m.SourceUnitId));

    // What only one unit has is most of all: the index leads past it.
    private static IQueryable<Meaning> Of(IQueryable<Meaning> seen, MeaningState state) => seen.Where(m => m.State == state && m.Units > (state == MeaningState.Open ? 1 : -1));

    // Both halves are read in the order of the index; number of units and id say in which of them a row stands.
    private static async Task<List<Meaning>> Behind(IQueryable<Meaning> all, (int Units, long Id)? after, int everywhere, int most, CancellationToken cancel)
    {
        var rows = after is { } far && far.Units > everywhere ? [] : await Ordered(all.Where(m => m.Units <= everywhere), after).Take(most).ToListAsync(cancel);
        if (rows.Count < most) rows.AddRange(await Ordered(all.Where(m => m.Units > everywhere), after is { } last && last.Units > everywhere ? after : null).Take(most - rows.Count).ToListAsync(cancel));
        return rows;
    }

    private static IQueryable<Meaning> Ordered(IQueryable<Meaning> rows, (int Units, long Id)? after)
    {
        if (after is (int units, long id)) rows = rows.Where(m => m.Units < units || (m.Units == units && m.Id < id));
        return rows.OrderByDescending(m => m.Units).ThenByDescending(m => m.Id);
    }

    private async Task<List<long>> Holders(CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        return [.. (await catalog.Count(cancel)).Keys.Select(units.Living).Distinct()];
    }

    // More units than this is nearly every unit.
    private static int Everywhere(int holders) => holders < LeastUnits ? int.MaxValue : holders * NearlyAll / 100;

    private static (int Units, long Id)? Place(string? after) =>
        after?.Split(':') is [var units, var id] && int.TryParse(units, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (count, number) : null;
}
