using System.Globalization;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Records.Findings.Scores;

/// <summary>Scores as they are now, from the maintained counts, and as they were.</summary>
internal sealed class ReadScores(Store store, FindingCounts counts, FindingKinds kinds, IEnumerable<ICheckedThings> things, IOrganizationDirectory organizations)
{
    /// <summary>Of every unit that has something checked or found, by id.</summary>
    public async Task<IReadOnlyList<UnitScore>> Now(CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var scored = kinds.All.Where(k => k.Points > 0).Select(kinds.SourceOf).ToHashSet();
        var byUnit = new Dictionary<long, long>();
        foreach (var source in things.Where(t => scored.Contains(t.Source)))
            foreach (var (provider, count) in await source.Count(cancel)) byUnit[units.Living(provider)] = byUnit.GetValueOrDefault(units.Living(provider)) + count;
        var found = (await counts.Read("total > 0 OR waived > 0", cancel)).ToLookup(c => units.Living(c.ProviderId));
        return [.. byUnit.Keys.Union(found.Select(f => f.Key)).Order().Select(unit => new UnitScore(unit, units.ShortName(unit), byUnit.GetValueOrDefault(unit), Kinds(found[unit])))];
    }

    /// <summary>Several units as one.</summary>
    public static UnitScore Sum(IReadOnlyCollection<UnitScore> scores) => new(0, "", scores.Sum(s => s.Checked),
        [.. scores.SelectMany(s => s.Counts).GroupBy(c => c.Kind).Select(g => new KindCount(g.Key, g.Sum(c => c.Total), g.Sum(c => c.Waived))).OrderBy(c => c.Kind.Severity)]);

    /// <summary>The days since one, of one unit (0 for all together), or of every unit when null; oldest first.</summary>
    public async Task<IReadOnlyList<ScoreDay>> Days(long? unit, DateOnly since, CancellationToken cancel) => await store.Query(
        $"SELECT day, provider_id, checked, severe, warning, hint, waived, score FROM records_finding_days WHERE day >= @since{(unit is { } id ? string.Create(CultureInfo.InvariantCulture, $" AND provider_id = {id}") : "")} ORDER BY day",
        r => new ScoreDay(DateOnly.ParseExact(r.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7)),
        cancel, ("since", since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static List<KindCount> Kinds(IEnumerable<FindingCount> found) =>
        [.. found.GroupBy(c => c.Kind).Select(g => new KindCount(g.Key, g.Sum(c => c.Total), g.Sum(c => c.Waived))).OrderBy(c => c.Kind.Severity).ThenByDescending(c => c.Kind.Points)];
}
