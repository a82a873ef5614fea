using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Systems;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Coverage;

/// <summary>What was read to answer where the layers do not meet. Systems and texts are few and stand in memory; duties and resources are counted.</summary>
/// <param name="Units">Figures by unit, those with most open first.</param>
/// <param name="Bare">Systems in operation without a resource in force, with how many are in the making.</param>
/// <param name="Names">Names of systems nobody registered, by unit, with how many resources give them.</param>
/// <param name="Texts">What resources say under 来源系统.</param>
/// <param name="Index">The registered systems by name.</param>
/// <param name="Family">The ids of the units it is about; null for all.</param>
internal sealed record CoveragePicture(
    IReadOnlyList<UnitLayers> Units, IReadOnlyList<(InformationSystem System, int Coming)> Bare, IReadOnlyList<(long Unit, string Name, int Count)> Names,
    IReadOnlyList<SystemText> Texts, SystemIndex Index, long[]? Family);

/// <summary>覆盖情况: which systems and duties have no catalogue, which resources no registered system. For the city's roles all units, for others their own.</summary>
internal sealed class ReadCoverage(Store store, RegisterAccess access, ResourceAccess resources, SystemTexts systemTexts, IOrganizationDirectory organizations)
{
    private const string DutySql = """
        SELECT d.unit_id, COUNT(*), SUM(CASE WHEN EXISTS (
            SELECT 1 FROM catalog_duty_links l JOIN catalog_resources r ON r.id = l.target_id AND r.state IN ('Published', 'Changing', 'ChangeInReview')
            WHERE l.duty_id = d.id AND l.target = 'Resource') THEN 0 ELSE 1 END)
        FROM catalog_duties d WHERE d.state = 'InUse'
        """;

    public async Task<CoveragePicture> Run(Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var family = actor.Is(Roles.SeeAll) ? null : await resources.Family(actor, cancel);
        var systems = await (await access.Seen<InformationSystem>(actor, cancel)).AsNoTracking().ToListAsync(cancel);
        var index = new SystemIndex(systems, units);
        var said = await systemTexts.Read(family, cancel);
        var matched = said.Select(t => (Text: t, Unit: units.Living(t.Provider), Match: index.Of(t.Provider, t.Text))).ToList();
        var covered = matched.SelectMany(m => m.Match.Known, (m, s) => (s.Id, m.Text)).ToLookup(c => c.Id, c => c.Text);
        var bare = systems.Where(s => s.State == SystemState.Running && covered[s.Id].All(t => t.InForce == 0)).Select(s => (s, covered[s.Id].Sum(t => t.Coming)))
            .OrderBy(s => units.ShortName(s.s.UnitId), StringComparer.Ordinal).ThenBy(s => s.s.Name, StringComparer.Ordinal).ToList();
        var names = matched.SelectMany(m => m.Match.Unknown, (m, name) => (m.Unit, Name: name, Count: m.Text.InForce + m.Text.Coming))
            .GroupBy(n => (n.Unit, Key: NameKey.Of(n.Name))).Select(g => (g.Key.Unit, g.Select(n => n.Name).Order(StringComparer.Ordinal).First(), g.Sum(n => n.Count)))
            .OrderBy(n => units.ShortName(n.Unit), StringComparer.Ordinal).ThenByDescending(n => n.Item3).ToList();
        var duties = await Duties(family, units, cancel);
        var (texts, running, gaps, unknown) = (matched.ToLookup(m => m.Unit), systems.Where(s => s.State == SystemState.Running).ToLookup(s => units.Living(s.UnitId)), bare.ToLookup(b => units.Living(b.s.UnitId)), names.ToLookup(n => n.Unit));
        var own = family is { Length: > 0 } ? new[] { units.Living(actor.UnitId) } : [];
        var layers = texts.Select(t => t.Key).Concat(systems.Select(s => units.Living(s.UnitId))).Concat(duties.Keys).Concat(own).Distinct().Select(Of).OrderByDescending(u => u.Open).ThenBy(u => u.Unit, StringComparer.Ordinal).ToList();
        return new(layers, bare, names, said, index, family);

        UnitLayers Of(long unit)
        {
            int Resources(Func<SystemMatch, bool> which) => texts[unit].Where(m => which(m.Match)).Sum(m => m.Text.InForce + m.Text.Coming);
            var (inUse, idle) = duties.GetValueOrDefault(unit);
            return new(unit, units.ShortName(unit), running[unit].Count(), gaps[unit].Count(), inUse, idle, Resources(_ => true), Resources(m => m.IsEmpty), Resources(m => m.Unknown.Count > 0), unknown[unit].Count());
        }
    }

    private async Task<Dictionary<long, (int InUse, int Idle)>> Duties(long[]? family, UnitTree units, CancellationToken cancel) => family is { Length: 0 } ? []
        : (await store.Query($"{DutySql}{(family is null ? "" : $" AND d.unit_id IN ({string.Join(',', family)})")} GROUP BY d.unit_id", Counts, cancel))
            .GroupBy(d => units.Living(d.Unit)).ToDictionary(g => g.Key, g => (g.Sum(d => d.InUse), g.Sum(d => d.Idle)));

    private static (long Unit, int InUse, int Idle) Counts(DbDataReader r) => (r.GetInt64(0), (int)r.GetInt64(1), (int)r.GetInt64(2));
}
