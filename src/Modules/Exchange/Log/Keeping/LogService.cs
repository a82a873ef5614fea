using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Qingdan.Exchange.Log.Keeping;

/// <summary>What the log needs done while the server runs: once a second the spool is brought to the disk and into the store, once a minute and at the stop its end is signed.</summary>
internal sealed class LogService(CallLog log, IServiceScopeFactory scopes, TimeProvider clock, ILogger<LogService> logger) : BackgroundService
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Minute = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await log.Stop();
        await Try(async services => await services.GetRequiredService<FlowLog>().Run(cancellationToken));
        await Try(async services => await services.GetRequiredService<SignCheckpoints>().Run(cancellationToken));
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        // By itself: a store that is slow or away must not keep records from the disk.
        Every(Second, _ => Task.Run(log.Sync, stoppingToken), stoppingToken),
        Every(Second, services => services.GetRequiredService<FlowLog>().Run(stoppingToken), stoppingToken),
        Every(Minute, async services =>
        {
            await services.GetRequiredService<FlowLog>().RunLeft(stoppingToken);
            await services.GetRequiredService<SignCheckpoints>().Run(stoppingToken);
        }, stoppingToken));

    private async Task Every(TimeSpan pause, Func<IServiceProvider, Task> work, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                // A clock that is moved by hand wakes whoever waits on the mover's own thread, which may be writing.
                await Task.Yield();
                await Try(work);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    // What fails now is tried again at the next turn; nothing is lost by waiting.
    private async Task Try(Func<IServiceProvider, Task> work)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "Keeping the log of calls failed; it is tried again");
        }
    }
}
