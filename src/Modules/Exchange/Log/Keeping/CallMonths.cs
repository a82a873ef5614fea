using System.Collections.Concurrent;
using System.Globalization;
using Qingdan.Platform.Database;
using Qingdan.Platform.Time;

namespace Qingdan.Exchange.Log.Keeping;

/// <summary>The partitions of the calls on PostgreSQL, one for each month in Shanghai, made when the first call of a month comes.</summary>
internal sealed class CallMonths
{
    private const string Table = "exchange_calls";
    private const long Turn = 7_204_171;

    private readonly ConcurrentDictionary<DateOnly, bool> _known = new();

    /// <summary>Makes those that these calls need and that are not there.</summary>
    public async Task Make(Store store, IReadOnlyList<CallRecord> calls, CancellationToken cancel)
    {
        if (store.Engine == Engine.Sqlite) return;
        foreach (var month in calls.Select(c => First(LegalDay.Of(c.At))).Distinct().Where(m => !_known.ContainsKey(m)).ToList())
        {
            await Make(store, month, cancel);
            _known[month] = true;
        }
    }

    /// <summary>The months that there are partitions of.</summary>
    public static async Task<List<DateOnly>> All(Store store, CancellationToken cancel) =>
        [.. (await store.Query("SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'exchange_calls'::regclass ORDER BY c.relname", r => r.GetString(0), cancel)).Select(Month)];

    /// <summary>Takes a month out with all its calls, in the running transaction.</summary>
    public async Task Drop(Store store, DateOnly month, CancellationToken cancel)
    {
        await store.Execute($"DROP TABLE {Name(month)}", cancel);
        _known.TryRemove(month, out _);
    }

    /// <summary>The first day of the month of a day.</summary>
    public static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The table of a month.</summary>
    public static string Name(DateOnly month) => $"{Table}_{month.ToString("yyyyMM", CultureInfo.InvariantCulture)}";

    // Attached, not made as a partition: that would wait for everybody who reads the table.
    private static async Task Make(Store store, DateOnly month, CancellationToken cancel)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.WaitForTurn(Turn, cancel);
        if ((await All(store, cancel)).Contains(month)) return;
        var (name, from, to) = (Name(month), LegalDay.Start(month).ToUnixTimeMilliseconds(), LegalDay.Start(month.AddMonths(1)).ToUnixTimeMilliseconds());
        await store.Execute($"CREATE TABLE {name} (LIKE {Table} INCLUDING ALL)", cancel);
        await store.Execute(string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE {Table} ATTACH PARTITION {name} FOR VALUES FROM ({from}) TO ({to})"), cancel);
        await transaction.CommitAsync(cancel);
    }

    private static DateOnly Month(string table) => DateOnly.ParseExact(table[(Table.Length + 1)..], "yyyyMM", CultureInfo.InvariantCulture);
}
