using Qingdan.Catalog.Coverage;
using Qingdan.Catalog.Quality;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Numbers;

/// <summary>Counts the figures of all units as they are now. Takes seconds over a million resources: an hourly work keeps them, no page counts.</summary>
internal sealed class CountMonth(Store store, ReadCoverage coverage, CheckedCatalog catalog, FindingBook findings, IOrganizationDirectory organizations, TimeProvider clock)
{
    private static readonly Actor All = new(0, "系统", 0, "", new HashSet<string> { Roles.Auditor });

    /// <summary>By unit.</summary>
    public async Task<IReadOnlyList<MonthNumbers>> Run(CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var month = Shown.Day(clock.Today())[..7];
        var layers = (await coverage.Run(All, cancel)).Units.ToDictionary(u => u.UnitId);
        var resources = Living(await catalog.Count(cancel), units);
        var faulty = Living(await findings.Faulty(QualityRules.Source, cancel), units);
        var stale = Living(await findings.Count("R20", cancel), units);
        var fresh = Living((await store.Query(
            "SELECT provider_id, count(*) FROM catalog_resources WHERE fresh_until IS NOT NULL AND state IN ('Published', 'Changing', 'ChangeInReview') GROUP BY provider_id",
            r => (r.GetInt64(0), r.GetInt64(1)), cancel)).ToDictionary(r => r.Item1, r => r.Item2), units);
        return [.. resources.Keys.Union(layers.Keys).Order().Select(Of)];

        MonthNumbers Of(long unit)
        {
            var (all, timely) = (resources.GetValueOrDefault(unit), fresh.GetValueOrDefault(unit));
            var (systems, bare) = layers.TryGetValue(unit, out var layer) ? (layer.Systems, layer.Bare) : (0, 0);
            return new(month, unit, units.ShortName(unit), all, Math.Max(0, all - faulty.GetValueOrDefault(unit)), systems, systems - bare, timely + stale.GetValueOrDefault(unit), timely);
        }
    }

    private static Dictionary<long, long> Living(IReadOnlyDictionary<long, long> counts, UnitTree units) => counts.GroupBy(c => units.Living(c.Key)).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
}
