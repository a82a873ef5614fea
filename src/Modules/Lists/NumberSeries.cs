using Qingdan.Platform.Database;

namespace Qingdan.Lists;

/// <summary>Hands out the running numbers of the three lists inside the caller's transaction.</summary>
internal sealed class NumberSeries(Store store)
{
    /// <summary>Takes <paramref name="count"/> numbers under a prefix (<c>ZR-002438161-</c>) and returns the first.</summary>
    public async Task<long> Take(string prefix, long count, CancellationToken cancel)
    {
        var last = await store.Query(
            "INSERT INTO lists_counters (prefix, last) VALUES (@prefix, @count) ON CONFLICT (prefix) DO UPDATE SET last = lists_counters.last + @count RETURNING last",
            reader => reader.GetInt64(0), cancel, ("prefix", prefix), ("count", count));
        return last[0] - count + 1;
    }
}
