using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Qingdan.App;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Log.Keeping;
using Qingdan.Exchange.Log.Verifying;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;

namespace Qingdan.Tests.Support;

/// <summary>What one process has of the log of calls: several can be had beside and after each other over one store and one data folder. The store must have been migrated.</summary>
internal sealed class LogProcess(StoreOptions options, TimeProvider clock, long spoolBytes = 64 * 1024, Action<IServiceCollection>? more = null) : IAsyncDisposable
{
    private readonly ServiceProvider _services = Build(options, clock, spoolBytes, more);

    /// <summary>The log.</summary>
    public CallLog Log => Get<CallLog>();

    /// <summary>A service of the process.</summary>
    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Appends calls, some at the same time; answers their ids.</summary>
    public async Task<List<long>> Append(int count, int callers = 8)
    {
        var calls = Enumerable.Range(0, count).Select(_ => CallSample.Next(Get<IdSource>(), clock)).ToList();
        await Task.WhenAll(calls.Chunk(Math.Max(1, count / callers)).Select(chunk => Task.Run(async () =>
        {
            foreach (var call in chunk) await Log.Append(call, default);
        })));
        return [.. calls.Select(c => c.Id)];
    }

    /// <summary>Copies this process's spool into the store.</summary>
    public Task Flow() => With<FlowLog>(f => f.Run(default));

    /// <summary>Copies what other processes left.</summary>
    public Task FlowLeft() => With<FlowLog>(f => f.RunLeft(default));

    /// <summary>Copies, and signs the end.</summary>
    public async Task Sign()
    {
        await Flow();
        await With<SignCheckpoints>(s => s.Run(default));
    }

    /// <summary>Codes and places of what is wrong.</summary>
    public async Task<List<string>> Faults()
    {
        await using var scope = _services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<VerifyLog>().Run(default)).Faults.Select(f => $"{f.Code} {string.Join(' ', f.Args)}")];
    }

    /// <summary>Runs one unit of work.</summary>
    public async Task With<T>(Func<T, Task> use) where T : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Build(StoreOptions options, TimeProvider clock, long spoolBytes, Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection().AddLogging(log => log.ClearProviders()).AddQingdan(options).AddSingleton(clock).AddSingleton(new LogOptions(SpoolBytes: spoolBytes));
        more?.Invoke(services);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
