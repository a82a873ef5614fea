using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Qingdan.Exchange.Gateway;
using Qingdan.Exchange.Tokens;
using Qingdan.Platform.Database;

namespace Qingdan.Exchange.Decisions;

/// <summary>Keeps what the gateway has in memory as the store has it: whatever is granted, suspended or ended anywhere holds here as soon as the store rings.</summary>
internal sealed class FollowStore(StoreBell bell, PermissionBook permissions, KnownTokens tokens, ServiceBook services, ILogger<FollowStore> log) : BackgroundService
{
    // What takes away comes first; and none waits for another that cannot be read.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => bell.Listen(async () =>
    {
        await Follow(permissions.Refresh, stoppingToken);
        await Follow(services.Refresh, stoppingToken);
        await Follow(tokens.Refresh, stoppingToken);
    }, stoppingToken);

    private async Task Follow(Func<CancellationToken, Task> refresh, CancellationToken cancel)
    {
        try
        {
            await refresh(cancel);
        }
        // What is in memory goes on to hold; the next ring tries again.
        catch (Exception failed) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failed, "{What} could not be read anew; what was read before holds until the next ring.", refresh.Target?.GetType().Name);
        }
    }
}
