using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Qingdan.Tests.Support.Killing;

namespace Qingdan.Bench;

/// <summary>The real program killed again and again while it publishes and generates, and a process killed while it logs calls; ends with how many kills fell into the middle of a write. No ratio: what is wrong throws.</summary>
internal static class SoakBench
{
    /// <summary>Kills on one engine, the moments drawn from a seed.</summary>
    public static async Task Run(Engine engine, int kills, int seed)
    {
        await using var services = await TestServices.CreateCity(engine);
        var soak = new Soak(services, seed);
        await soak.Run(kills, Console.Error.WriteLine);
        var log = new LogSoak(services.Options, seed);
        await log.Run(kills, Console.Error.WriteLine);
        Console.WriteLine($"{engine}, seed {seed}: {kills} kills while {log.Said:N0} calls were logged; none is lost, none twice, the chain verifies.");
        Console.WriteLine($"{engine}, seed {seed}: {soak.Kills} kills, {soak.Middle} of them in the middle of a write ({string.Join(", ", soak.Counts.Select(c => $"{c.Key} {c.Value}"))}). Nothing was there by half, nothing lost, chain and book of lines whole.");
    }
}
