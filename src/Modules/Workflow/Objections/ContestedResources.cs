using System.Globalization;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Objections;

/// <summary>Which resources bear the mark 存疑, for the catalogue.</summary>
internal sealed class ContestedResources(Store store) : IContested
{
    public async Task<IReadOnlyDictionary<long, ContestedMark>> Of(IReadOnlyCollection<long> resourceIds, CancellationToken cancel)
    {
        if (resourceIds.Count == 0) return new Dictionary<long, ContestedMark>();
        var rows = await store.Query(
            $"""
            SELECT o.resource_id, o.id, o.contested_on, i.name FROM workflow_objections o LEFT JOIN workflow_objection_items i ON i.objection_id = o.id
            WHERE o.contested_on IS NOT NULL AND o.resource_id IN ({string.Join(',', resourceIds)}) ORDER BY o.id, i.item_id
            """, r => (Resource: r.GetInt64(0), Objection: r.GetInt64(1), On: r.GetString(2), Item: r.IsDBNull(3) ? "" : r.GetString(3)), cancel);
        return rows.GroupBy(r => r.Resource).ToDictionary(g => g.Key, g => new ContestedMark(
            DateOnly.ParseExact(g.Min(r => r.On)!, "yyyy-MM-dd", CultureInfo.InvariantCulture), g.Select(r => r.Objection).Distinct().Count(),
            g.Any(r => r.Item.Length == 0) ? [] : [.. g.Select(r => r.Item).Distinct()]));
    }
}
