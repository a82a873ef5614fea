using System.Globalization;
using Qingdan.Catalog.Similar;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Meanings;

/// <summary>Keeps the counts: what came is added, what went is taken away, and the figures of the meanings concerned follow from the few rows a unit has of each.</summary>
internal sealed class CountMeanings(Store store)
{
    public async Task Run(IReadOnlyCollection<MeaningMember> gone, IReadOnlyCollection<MeaningMember> come, CancellationToken cancel)
    {
        var touched = SimilarKeys.Text(gone.Concat(come).Select(m => m.MeaningId).Distinct());
        await store.Execute(
            $"""
            INSERT INTO catalog_meaning_counts (meaning_id, unit_id, data_type, length, resources, items) VALUES {string.Join(',', Changes(gone, come))}
            ON CONFLICT (meaning_id, unit_id, data_type, length) DO UPDATE SET resources = catalog_meaning_counts.resources + excluded.resources, items = catalog_meaning_counts.items + excluded.items
            """, cancel);
        await store.Execute($"DELETE FROM catalog_meaning_counts WHERE meaning_id IN ({touched}) AND resources = 0", cancel);
        await store.Execute(
            $"""
            UPDATE catalog_meanings SET units = now.units, resources = now.resources, items = now.items, differs = now.differs
            FROM (SELECT meaning_id, count(DISTINCT unit_id) AS units, sum(resources) AS resources, sum(items) AS items, count(DISTINCT nullif(data_type, '')) > 1 OR count(DISTINCT nullif(length, 0)) > 1 AS differs
                FROM catalog_meaning_counts WHERE meaning_id IN ({touched}) GROUP BY meaning_id) AS now
            WHERE catalog_meanings.id = now.meaning_id
            """, cancel);
        // What nobody has any more is forgotten, unless something was decided about it.
        var nobody = $"id IN ({touched}) AND NOT EXISTS (SELECT 1 FROM catalog_meaning_counts c WHERE c.meaning_id = catalog_meanings.id)";
        await store.Execute($"DELETE FROM catalog_meanings WHERE state = 'Open' AND {nobody}", cancel);
        await store.Execute($"UPDATE catalog_meanings SET units = 0, resources = 0, items = 0, differs = (1 = 0) WHERE {nobody}", cancel);
    }

    // The names of types are ours; they stand in the text.
    private static IEnumerable<string> Changes(IEnumerable<MeaningMember> gone, IEnumerable<MeaningMember> come) =>
        gone.Select(m => (Member: m, Sign: -1)).Concat(come.Select(m => (Member: m, Sign: 1))).GroupBy(c => (c.Member.MeaningId, c.Member.UnitId, c.Member.DataType, c.Member.Length))
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"({c.Key.MeaningId},{c.Key.UnitId},'{c.Key.DataType}',{c.Key.Length},{c.Sum(m => m.Sign)},{c.Sum(m => m.Sign * m.Member.Items)})"));
}
