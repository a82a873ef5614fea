using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;

namespace Qingdan.Tests.Support.Killing;

/// <summary>
/// Kills a process that logs calls, again and again, and looks each time: every call that it said was logged is in spool or store, none twice, the chain verifies, and the next process goes on with it.
/// What is wrong throws, with the number of the kill.
/// </summary>
internal sealed class LogSoak(StoreOptions store, int seed)
{
    private const int MostCalls = 4_000;

    private readonly Random _random = new(seed);
    private readonly HashSet<long> _said = [];

    /// <summary>Calls that were said to be logged.</summary>
    public int Said => _said.Count;

    /// <summary>Goes on until so many kills were made.</summary>
    public async Task Run(int kills, Action<string>? tell = null)
    {
        for (var kill = 1; kill <= kills; kill++)
        {
            var said = await Kill(_random.Next(1, MostCalls));
            Must(said.TrueForAll(_said.Add), kill, "an id was said twice");
            await using var looks = new LogProcess(store, TimeProvider.System);
            // At times the next process finds everything as it was left.
            if (kill % 2 == 0 || kill == kills) await looks.FlowLeft();
            var faults = await looks.Faults();
            Must(faults.Count == 0, kill, string.Join("; ", faults));
            if (kill % 2 == 0 || kill == kills) await looks.With<Store>(s => InStore(s, kill));
            tell?.Invoke($"{kill}: {said.Count} calls");
        }
    }

    private async Task InStore(Store rows, int kill)
    {
        var ids = await rows.Set<CallRecord>().Select(c => c.Id).ToListAsync();
        Must(ids.Distinct().Count() == ids.Count, kill, "a call is there twice");
        Must(_said.IsSubsetOf(ids), kill, "a call that was said to be logged is lost");
        Must(await rows.Set<LogNode>().CountAsync() == 1, kill, "the chain was not gone on with");
    }

    private async Task<List<long>> Kill(int calls)
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet", [Path, store.DataFolder, .. store.PostgresConnection is { } db ? (string[])[db] : []]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var wrong = child.StandardError.ReadToEndAsync();
        var said = new List<long>();
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            // Without its end it was said by half.
            if (line.EndsWith('.')) said.Add(long.Parse(line.AsSpan(0, line.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture));
            if (said.Count == calls) child.Kill();
        }
        await child.WaitForExitAsync();
        return said.Count >= calls ? said : throw new InvalidOperationException($"Seed {seed}: the child ended by itself after {said.Count} calls: {await wrong}");
    }

    // As it was built with what runs here: debug or release.
    private static string Path => Checkout.Path("artifacts", "bin", "Qingdan.Tests.Support", System.IO.Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "Qingdan.Tests.Support.dll");

    private void Must(bool well, int kill, string what)
    {
        if (!well) throw new InvalidOperationException($"Seed {seed}, kill {kill}: {what}.");
    }
}
