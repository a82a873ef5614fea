using System.Globalization;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Similar;

/// <summary>
/// The keys of resources in the store. A key that more than <see cref="Most"/> resources have says nothing: nobody is compared by it. When it comes to that, or no longer does,
/// those who have it are compared again, so that what is stored never depends on the order of changes.
/// </summary>
internal sealed class SimilarKeys(Store store)
{
    /// <summary>Most resources a telling key has.</summary>
    public const int Most = 50;

    /// <summary>Gives the resources these keys and no others. Answers with those who must be compared again, since one of their keys became telling or ceased to be.</summary>
    public async Task<HashSet<long>> Replace(IReadOnlyDictionary<long, HashSet<long>> wanted, CancellationToken cancel)
    {
        var had = (await store.Query($"SELECT resource_id, value FROM catalog_similar_keys WHERE resource_id IN ({Text(wanted.Keys)})", r => (Resource: r.GetInt64(0), Value: r.GetInt64(1)), cancel)).ToHashSet();
        var have = wanted.SelectMany(w => w.Value, (w, value) => (Resource: w.Key, Value: value)).ToHashSet();
        List<(long Resource, long Value)> gone = [.. had.Except(have)], come = [.. have.Except(had)];
        var values = gone.Concat(come).Select(k => k.Value).ToHashSet();
        if (values.Count == 0) return [];
        var before = await Telling(values, cancel);
        // SQLite finds rows by the first condition alone.
        if (gone.Count > 0)
            await store.Execute($"DELETE FROM catalog_similar_keys WHERE resource_id IN ({Text(gone.Select(k => k.Resource).Distinct())}) AND (resource_id, value) IN (VALUES {string.Join(',', gone.Select(k => string.Create(CultureInfo.InvariantCulture, $"({k.Resource},{k.Value})")))})", cancel);
        await store.InsertMany([.. come.Select(k => new SimilarKey { ResourceId = k.Resource, Value = k.Value })], cancel);
        var after = await Telling(values, cancel);
        before.SymmetricExceptWith(after);
        return before.Count == 0 ? [] : [.. await store.Query($"SELECT resource_id FROM catalog_similar_keys WHERE value IN ({Text(before)})", r => r.GetInt64(0), cancel)];
    }

    /// <summary>Who shares a telling key with each of these resources, by resource.</summary>
    public async Task<ILookup<long, long>> Neighbours(IReadOnlyDictionary<long, HashSet<long>> keys, CancellationToken cancel)
    {
        var telling = await Telling([.. keys.Values.SelectMany(k => k)], cancel);
        if (telling.Count == 0) return Enumerable.Empty<long>().ToLookup(id => id);
        var having = (await store.Query($"SELECT value, resource_id FROM catalog_similar_keys WHERE value IN ({Text(telling)})", r => (Value: r.GetInt64(0), Resource: r.GetInt64(1)), cancel)).ToLookup(k => k.Value, k => k.Resource);
        return keys.SelectMany(own => own.Value.SelectMany(value => having[value]).Where(id => id != own.Key).Distinct(), (own, id) => (own.Key, id)).ToLookup(n => n.Key, n => n.id);
    }

    // Which of these keys somebody has, but not too many: nothing is counted beyond that.
    private async Task<HashSet<long>> Telling(HashSet<long> values, CancellationToken cancel) => values.Count == 0 ? [] : [.. await store.Query(
        $"""
        SELECT v.column1 FROM (VALUES {string.Join(',', values.Select(v => string.Create(CultureInfo.InvariantCulture, $"({v})")))}) AS v
        WHERE (SELECT COUNT(*) FROM (SELECT 1 FROM catalog_similar_keys k WHERE k.value = v.column1 LIMIT {Most + 1}) AS having_it) BETWEEN 1 AND {Most}
        """, r => r.GetInt64(0), cancel)];

    /// <summary>Numbers for a list in a statement.</summary>
    public static string Text(IEnumerable<long> numbers) => string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
}
