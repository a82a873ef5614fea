using System.Threading.RateLimiting;
using Qingdan.Exchange.Decisions;

namespace Qingdan.Exchange.Gateway;

/// <summary>Calls a second by grant, on this node. What is not called for some seconds is forgotten, and a rate that was changed begins anew.</summary>
internal sealed class Rates : IDisposable
{
    private readonly PartitionedRateLimiter<GrantRow> _limiter = PartitionedRateLimiter.Create<GrantRow, (long Grant, int Rate)>(grant => RateLimitPartition.GetTokenBucketLimiter((grant.Id, grant.Rate), Bucket));

    /// <summary>True when the grant may be called once more now.</summary>
    public bool Allow(GrantRow grant)
    {
        if (grant.Rate == 0) return true;
        using var lease = _limiter.AttemptAcquire(grant);
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    // A second's calls may come at once; the bucket fills about ten times a second.
    private static TokenBucketRateLimiterOptions Bucket((long Grant, int Rate) of)
    {
        var some = Math.Max(1, of.Rate / 10);
        return new() { TokenLimit = of.Rate, TokensPerPeriod = some, ReplenishmentPeriod = TimeSpan.FromSeconds((double)some / of.Rate), QueueLimit = 0 };
    }
}
