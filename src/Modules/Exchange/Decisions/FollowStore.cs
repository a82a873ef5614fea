using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Qingdan.Exchange.Gateway;
using Qingdan.Exchange.Tokens;
using Qingdan.Platform.Database;

namespace Qingdan.Exchange.Decisions;

/// <summary>Keeps what the gateway has in memory as the store has it: whatever is granted, suspended or ended anywhere holds here as soon as the store rings.</summary>
internal sealed class FollowStore(StoreBell bell, PermissionBook permissions, KnownTokens tokens, ServiceBook services, ILogger<FollowStore> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => bell.Listen(async () =>
    {
        try
        {
            await tokens.Refresh(stoppingToken);
            await services.Refresh(stoppingToken);
            await permissions.Refresh(stoppingToken);
        }
        // What is in memory goes on to hold; the next ring tries again.
        catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failed, "The permissions could not be read anew; the former ones hold until the next ring.");
        }
    }, stoppingToken);
}
