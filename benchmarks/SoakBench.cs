using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Qingdan.Tests.Support.Killing;

namespace Qingdan.Bench;

/// <summary>The real program killed again and again while it publishes and generates, and while it lets calls through; and a process killed while it logs calls. No ratio: what is wrong throws.</summary>
internal static class SoakBench
{
    /// <summary>Kills on one engine, the moments drawn from a seed; <paramref name="part"/> says what of it is wanted: <c>lists</c>, <c>log</c>, <c>gateway</c>.</summary>
    public static async Task Run(Engine engine, int kills, int seed, Func<string, bool> part)
    {
        await using var services = await TestServices.CreateCity(engine);
        if (part("lists"))
        {
            var lists = new Soak(services, seed);
            await lists.Run(kills, Console.Error.WriteLine);
            Console.WriteLine($"{engine}, seed {seed}: {lists.Kills} kills, {lists.Middle} of them in the middle of a write ({string.Join(", ", lists.Counts.Select(c => $"{c.Key} {c.Value}"))}). Nothing was there by half, nothing lost, chain and book of lines whole.");
        }
        if (part("log"))
        {
            var log = new LogSoak(services.Options, seed);
            await log.Run(kills, Console.Error.WriteLine);
            Console.WriteLine($"{engine}, seed {seed}: {kills} kills while {log.Said:N0} calls were logged; none is lost, none twice, the chain verifies.");
        }
        if (!part("gateway")) return;
        await using var city = await TestServices.CreateCity(engine);
        var gateway = new GatewaySoak(city, seed);
        await gateway.Run(kills, Console.Error.WriteLine);
        Console.WriteLine($"{engine}, seed {seed}: {kills} kills while {gateway.Answered:N0} calls were answered by the gateway, {gateway.OverQuota:N0} of them for the quota; each stands in the log, the quota was not exceeded, the chain verifies.");
    }
}
