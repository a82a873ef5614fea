using System.Data.Common;
using System.Runtime.CompilerServices;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Contracts;

/// <summary>Reads what is in force, streaming: the whole catalogue never stands in memory.</summary>
public sealed class PublishedCatalog(Store store)
{
    private const string ResourceSql = """
        SELECT id, code, name, provider_id, version, share, share_stated, share_condition, share_reason, share_ways, frequency, data_level, system_name, summary, formats
        FROM catalog_resources WHERE state IN ('Published', 'Changing', 'ChangeInReview')
        """;

    private const string ItemSql = "SELECT resource_id, id, place, name, share, share_condition, share_reason FROM catalog_items WHERE";

    /// <summary>All resources in force, by id; of some providers only when given. Two ordered readers are merged, so each table is read once.</summary>
    public async IAsyncEnumerable<PublishedResource> Read(IReadOnlyCollection<long>? providers, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var slice in Slices(providers, cancel))
            foreach (var resource in slice) yield return resource;
    }

    /// <summary>These resources with their items, by id; those not in force are left out.</summary>
    public async Task<IReadOnlyList<PublishedResource>> Of(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var some = string.Join(',', ids);
        var resources = await store.Query($"{ResourceSql} AND id IN ({some}) ORDER BY id", Resource, cancel);
        return Join(resources, await store.Query($"{ItemSql} resource_id IN ({string.Join(',', resources.Select(r => r.Id).Append(0))}) ORDER BY resource_id, place", Item, cancel));
    }

    /// <summary>Those of some providers that have anything in force.</summary>
    public async Task<List<long>> Having(IReadOnlyCollection<long> providers, CancellationToken cancel) => providers.Count == 0 ? [] : await store.Query(
        $"""
        WITH units (id) AS (VALUES {string.Join(", ", providers.Select(p => $"({p})"))})
        SELECT id FROM units WHERE EXISTS (SELECT 1 FROM catalog_resources r WHERE r.state IN ('Published', 'Changing', 'ChangeInReview') AND r.provider_id = units.id)
        """, r => r.GetInt64(0), cancel);

    // Slices of 2,000 resources: PostgreSQL allows one open reader a connection, and a slice is a bounded piece of memory.
    private async IAsyncEnumerable<List<PublishedResource>> Slices(IReadOnlyCollection<long>? providers, [EnumeratorCancellation] CancellationToken cancel)
    {
        var filter = providers is null ? "" : $" AND provider_id IN ({string.Join(',', providers)})";
        for (long after = 0; ;)
        {
            var resources = await store.Query($"{ResourceSql}{filter} AND id > @after ORDER BY id LIMIT 2000", Resource, cancel, ("after", after));
            if (resources.Count == 0) yield break;
            var last = resources[^1].Id;
            // Of the whole catalogue a range is read, what is not in force with it: a join would cost five times as much.
            var some = providers is null ? "resource_id > @after AND resource_id <= @last" : $"resource_id IN ({string.Join(',', resources.Select(r => r.Id))})";
            var items = await store.Query($"{ItemSql} {some} ORDER BY resource_id, place", Item, cancel, ("after", after), ("last", last));
            yield return Join(resources, items);
            after = last;
        }
    }

    private static List<PublishedResource> Join(List<PublishedResource> resources, List<(long Resource, PublishedItem Item)> items)
    {
        var joined = new List<PublishedResource>(resources.Count);
        var next = 0;
        foreach (var resource in resources)
        {
            var own = new List<PublishedItem>();
            while (next < items.Count && items[next].Resource < resource.Id) next++;
            for (; next < items.Count && items[next].Resource == resource.Id; next++) own.Add(items[next].Item);
            joined.Add(own.Count == 0 ? resource : resource with { Items = own });
        }
        return joined;
    }

    private static PublishedResource Resource(DbDataReader r) => new(
        r.GetInt64(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetInt32(4), Share(r, 5), r.GetBoolean(6), r.GetString(7),
        r.GetString(8), r.GetString(9), r.IsDBNull(10) ? null : Enum.Parse<UpdateFrequency>(r.GetString(10)), r.GetString(11), r.GetString(12), r.GetString(13), r.GetString(14), []);

    private static (long, PublishedItem) Item(DbDataReader r) => (r.GetInt64(0), new(r.GetInt64(1), r.GetInt32(2), r.GetString(3), Share(r, 4), r.GetString(5), r.GetString(6)));

    private static ShareProperty? Share(DbDataReader r, int column) => r.IsDBNull(column) ? null : Enum.Parse<ShareProperty>(r.GetString(column));
}
