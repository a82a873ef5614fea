using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Numbers;

/// <summary>The page: units of one month, and the months of what is looked at.</summary>
/// <param name="Month">The month of <paramref name="Units"/>; empty while nothing is kept.</param>
/// <param name="Units">Its units.</param>
/// <param name="Months">The last twelve months of all these units together, or of <paramref name="UnitId"/>; oldest first.</param>
/// <param name="Kept">The months there are, the newest first.</param>
/// <param name="UnitId">The unit of the months; 0 for all.</param>
public sealed record NumbersView(string Month, IReadOnlyList<MonthNumbers> Units, IReadOnlyList<MonthNumbers> Months, IReadOnlyList<string> Kept, long UnitId)
{
    /// <summary>What the month comes to.</summary>
    public MonthNumbers Total => UnitId == 0 || Units.FirstOrDefault(u => u.UnitId == UnitId) is not { } one ? MonthNumbers.Sum(Month, [.. Units]) : one;
}

/// <summary>Reads what was kept: for the city's roles and the auditor of all units, for others of their own.</summary>
internal sealed class ReadNumbers(Store store, ResourceAccess access, IOrganizationDirectory organizations, TimeProvider clock)
{
    private const int Most = 12;

    /// <summary>A month, the last one unless another is named, and the twelve up to now.</summary>
    public async Task<NumbersView> Run(string? month, long unit, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = actor.Is(Roles.SeeAll) ? null : await access.Family(actor, cancel);
        var since = Shown.Day(clock.Today().AddMonths(1 - Most))[..7];
        var rows = (await store.Query(
            $"SELECT month, unit_id, resources, conforming, systems, covered, timed, fresh FROM catalog_months WHERE month >= @since{(own is null ? "" : $" AND unit_id IN ({string.Join(',', own.Append(0))})")}",
            r => new MonthNumbers(r.GetString(0), units.Living(r.GetInt64(1)), "", r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7)), cancel, ("since", since)))
            .GroupBy(r => (r.Month, r.UnitId)).Select(g => MonthNumbers.Sum(g.Key.Month, [.. g]) with { UnitId = g.Key.UnitId, Unit = units.ShortName(g.Key.UnitId) }).ToList();
        var kept = rows.Select(r => r.Month).Distinct().OrderDescending().ToList();
        var shown = kept.Contains(month ?? "") ? month! : kept.FirstOrDefault() ?? "";
        var chosen = unit != 0 && rows.Any(r => r.UnitId == units.Living(unit)) ? units.Living(unit) : 0;
        return new NumbersView(
            shown, [.. rows.Where(r => r.Month == shown).OrderBy(r => r.Conformity ?? 101).ThenBy(r => r.Unit, StringComparer.Ordinal)],
            [.. rows.Where(r => chosen == 0 || r.UnitId == chosen).GroupBy(r => r.Month).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => MonthNumbers.Sum(g.Key, [.. g]))], kept, chosen);
    }
}
