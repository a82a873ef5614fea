using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>Calls logged by several callers, each with the digests of a request and an answer, beside bare writes of the same bytes; and what one call costs a processor.</summary>
internal static class LogBench
{
    private const int Records = 100_000, Callers = 64, Pairs = 5, RequestBytes = 200, AnswerBytes = 2_048;
    private const double Wanted = 30_000;

    /// <summary>The rows of the table.</summary>
    public static async Task<IEnumerable<Ratio>> Run()
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        await using var process = new LogProcess(services.Options, TimeProvider.System, 64 * 1024 * 1024);
        var cpu = new List<double>();
        var appended = await Ratio.Measure($"{Records:N0} calls logged by {Callers} callers with digests of {RequestBytes} B and {AnswerBytes} B; floor: FileStream, a write a record, the same bytes", "none", Pairs, null,
            thing: async () =>
            {
                var before = Environment.CpuUsage.TotalTime;
                await Append(process);
                cpu.Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Records);
            },
            floor: () => Bare(services.Options.DataFolder, Size(process)));
        var flow = await Ratio.Timed(process.Flow);
        await Console.Error.WriteLineAsync($"{(Pairs + 1) * Records:N0} calls flowed into SQLite in {flow:N0} ms");
        var each = cpu.Skip(1).Order().ElementAt(Pairs / 2);
        return [appended, new Ratio("processor time of one call, all threads together; floor: 30,000 a second on one processor", "none", each, 1_000_000 / Wanted, each / (1_000_000 / Wanted), 1, "µs")];
    }

    private static Task Append(LogProcess process)
    {
        var (ids, key, log) = (process.Get<IdSource>(), process.Get<CallKey>(), process.Log);
        return Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var (request, answer) = (new byte[RequestBytes], new byte[AnswerBytes]);
            for (var i = caller; i < Records; i += Callers) await log.Append(CallSample.Next(ids, TimeProvider.System, key.Digest(request), key.Digest(answer)), default);
        })));
    }

    // What a record takes in the spool, on the average so far.
    private static int Size(LogProcess process) =>
        process.Log.Folder is { } folder && process.Log.Sync() is { } mark ? (int)(folder.Files.Sum(f => new FileInfo(f).Length) / mark.Sequence) : 700;

    private static async Task Bare(string folder, int size)
    {
        await using var file = new FileStream(Path.Combine(folder, "bare"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var record = new byte[size];
        for (var i = 0; i < Records; i++) file.Write(record);
    }
}
