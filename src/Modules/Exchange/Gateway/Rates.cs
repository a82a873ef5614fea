using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Qingdan.Exchange.Gateway;

/// <summary>Calls a second by grant, on this node.</summary>
internal sealed class Rates : IDisposable
{
    private readonly ConcurrentDictionary<long, (int Rate, TokenBucketRateLimiter Limiter)> _limiters = new();

    /// <summary>True when the grant may be called once more now.</summary>
    public bool Allow(long grant, int rate)
    {
        if (rate == 0) return true;
        var known = _limiters.TryGetValue(grant, out var limiter) && limiter.Rate == rate ? limiter : Renew(grant, rate);
        using var lease = known.Limiter.AttemptAcquire();
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, (_, limiter)) in _limiters) limiter.Dispose();
    }

    private (int Rate, TokenBucketRateLimiter Limiter) Renew(long grant, int rate) => _limiters.AddOrUpdate(grant, _ => New(rate), (_, known) =>
    {
        if (known.Rate == rate) return known;
        known.Limiter.Dispose();
        return New(rate);
    });

    // A second's calls may come at once; the bucket fills about ten times a second.
    private static (int, TokenBucketRateLimiter) New(int rate)
    {
        var some = Math.Max(1, rate / 10);
        return (rate, new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions { TokenLimit = rate, TokensPerPeriod = some, ReplenishmentPeriod = TimeSpan.FromSeconds((double)some / rate), QueueLimit = 0, AutoReplenishment = true }));
    }
}
