using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;

namespace Qingdan.Tests.Support.Killing;

/// <summary>The process that <see cref="LogSoak"/> kills: appends calls from several callers without end, says each id when it is logged, and copies and signs beside it as the server does, only more often.</summary>
internal static class LogChild
{
    private const int Callers = 4, SpoolBytes = 96 * 1024;

    /// <summary>Arguments: data folder, and for PostgreSQL the connection.</summary>
    public static async Task Main(string[] args)
    {
        await using var process = new LogProcess(new StoreOptions(args[0], args.Length > 1 ? args[1] : null), TimeProvider.System, SpoolBytes);
        await await Task.WhenAny(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => Call(process))).Append(Task.Run(() => Keep(process))));
    }

    private static async Task Call(LogProcess process)
    {
        var ids = process.Get<IdSource>();
        while (true)
        {
            var call = CallSample.Next(ids, TimeProvider.System);
            await process.Log.Append(call, default);
            await Console.Out.WriteLineAsync($"{call.Id}.");
        }
    }

    private static async Task Keep(LogProcess process)
    {
        while (true)
        {
            await process.Sign();
            await Task.Delay(10);
        }
    }
}
