using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Qingdan.Platform.Database;

namespace Qingdan.Exchange.Gateway;

/// <summary>
/// 调用额度: calls a day by grant, over all nodes. A node takes some calls of the day from the store at once and lets them through from memory; what it has not used when it dies is lost to that day,
/// never used twice: a quota is not exceeded.
/// </summary>
internal sealed class Quotas(IServiceScopeFactory scopes, TimeProvider clock) : IHostedService
{
    // A hundredth of the day's calls at a time, but so many that a busy grant asks the store seldom.
    private const int Share = 100, Most = 1_000;

    // So long a used-up day is not asked for again: what another node gives back, or a raised quota, is found then.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<long, Left> _left = new();

    /// <summary>Takes one call of a day; false when the day's are used up.</summary>
    public async ValueTask<bool> Take(long grant, int quota, int day, CancellationToken cancel)
    {
        if (quota == 0) return true;
        var left = _left.GetOrAdd(grant, _ => new Left());
        if (left.TryTake(day, quota)) return true;
        if (left.IsUsedUp(day, quota, clock)) return false;
        await left.Gate.WaitAsync(cancel);
        try
        {
            if (left.TryTake(day, quota)) return true;
            if (left.IsUsedUp(day, quota, clock)) return false;
            // The share was taken of another quota: a lowered one holds for it too.
            if (left.Quota != quota) await GiveBack(grant, left, cancel);
            var taken = await Reserve(grant, quota, day, Math.Clamp(quota / Share, 1, Most), cancel);
            if (taken == 0) left.UsedUp = new(day, quota, clock.GetTimestamp());
            else left.Put(day, quota, taken - 1);
            return taken > 0;
        }
        finally
        {
            left.Gate.Release();
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gives back what was taken from the store and not used.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var (grant, left) in _left) await GiveBack(grant, left, cancellationToken);
    }

    private async Task GiveBack(long grant, Left left, CancellationToken cancel)
    {
        if (left.Empty() is not (var day, > 0 and var unused)) return;
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        await store.Execute("UPDATE exchange_quotas SET used = used - @unused WHERE grant_id = @grant AND day = @day", cancel, ("unused", unused), ("grant", grant), ("day", day));
    }

    private async Task<int> Reserve(long grant, int quota, int day, int wanted, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        if (await store.Execute("INSERT INTO exchange_quotas (grant_id, day, used) VALUES (@grant, @day, 0) ON CONFLICT (grant_id, day) DO NOTHING", cancel, ("grant", grant), ("day", day)) > 0)
            await store.Execute("DELETE FROM exchange_quotas WHERE grant_id = @grant AND day < @day", cancel, ("grant", grant), ("day", day));
        var before = await store.Query(
            """
            UPDATE exchange_quotas SET used = CASE WHEN used + @wanted > @quota THEN @quota ELSE used + @wanted END, last = CASE WHEN used + @wanted > @quota THEN @quota - used ELSE @wanted END
            WHERE grant_id = @grant AND day = @day AND used < @quota RETURNING last
            """, r => r.GetInt32(0), cancel, ("wanted", wanted), ("quota", quota), ("grant", grant), ("day", day));
        return before.Count == 0 ? 0 : before[0];
    }

    private sealed record UsedUpDay(int Day, int Quota, long Seen);

    // What this node may still let through of a day.
    private sealed class Left
    {
        // Day in the upper half, calls in the lower: both change at once.
        private long _state;
        private volatile int _quota;

        public SemaphoreSlim Gate { get; } = new(1);

        /// <summary>The quota of which they were taken.</summary>
        public int Quota => _quota;

        /// <summary>The day that the store said is used up; null for none.</summary>
        public UsedUpDay? UsedUp { get; set; }

        public bool IsUsedUp(int day, int quota, TimeProvider clock) => UsedUp is { } used && used.Day == day && used.Quota == quota && clock.GetElapsedTime(used.Seen) < Pause;

        public bool TryTake(int day, int quota)
        {
            for (var seen = Volatile.Read(ref _state); _quota == quota && (int)(seen >> 32) == day && (int)seen > 0; seen = Volatile.Read(ref _state))
                if (Interlocked.CompareExchange(ref _state, seen - 1, seen) == seen) return true;
            return false;
        }

        public void Put(int day, int quota, int calls)
        {
            _quota = quota;
            Volatile.Write(ref _state, ((long)day << 32) | (uint)calls);
        }

        public (int Day, int Calls) Empty() => Interlocked.Exchange(ref _state, 0) is var seen ? ((int)(seen >> 32), (int)seen) : default;
    }
}
