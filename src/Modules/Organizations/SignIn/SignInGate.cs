using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.SignIn;

/// <summary>Slows down guessing from one address: twenty failures a minute, whatever the names. Those who succeed are not counted, so an office behind one address is not shut out.</summary>
internal sealed class SignInGate : IDisposable
{
    public const int MostFailures = 20;

    public static readonly Fault Closed = new("organizations.sign-in.too-many", "这个地址登录失败太多次。请一分钟后再试。", null, FaultKind.Forbidden);

    private readonly PartitionedRateLimiter<HttpContext> _failures = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetFixedWindowLimiter(
        http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = MostFailures, Window = TimeSpan.FromMinutes(1) }));

    public bool IsOpen(HttpContext http) => _failures.GetStatistics(http) is not { CurrentAvailablePermits: 0 };

    public void Failed(HttpContext http)
    {
        using var _ = _failures.AttemptAcquire(http);
    }

    public void Dispose() => _failures.Dispose();
}
