using Qingdan.Platform.Database;

namespace Qingdan.Lists;

/// <summary>Hands out the running numbers of the three lists inside the caller's transaction.</summary>
internal sealed class NumberSeries(Store store)
{
    /// <summary>What stands before the running number of a 责任清单 row, for the organization code of its unit.</summary>
    public static string Entries(string code) => $"ZR-{code}-";

    /// <summary>What stands before the running number of a 负面清单 entry.</summary>
    public static string Negatives(string code) => $"FM-{code}-";

    /// <summary>What stands before the running number of a demand.</summary>
    public static string Demands(string code, int year) => $"XQ-{code}-{year}-";

    /// <summary>Takes <paramref name="count"/> numbers under a prefix (<c>ZR-002438161-</c>) and returns the first. Taking none holds the series until the end of the transaction.</summary>
    public async Task<long> Take(string prefix, long count, CancellationToken cancel)
    {
        var last = await store.Query(
            "INSERT INTO lists_counters (prefix, last) VALUES (@prefix, @count) ON CONFLICT (prefix) DO UPDATE SET last = lists_counters.last + @count RETURNING last",
            reader => reader.GetInt64(0), cancel, ("prefix", prefix), ("count", count));
        return last[0] - count + 1;
    }

    /// <summary>The next number under a prefix, written out.</summary>
    public async Task<string> Next(string prefix, CancellationToken cancel) => $"{prefix}{await Take(prefix, 1, cancel):000000}";
}
