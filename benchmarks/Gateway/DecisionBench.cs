using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Decisions;
using Qingdan.Exchange.Gateway;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;

namespace Qingdan.Bench.Gateway;

/// <summary>Deciding at a million grants beside one look for the same question into a FrozenDictionary of them, what a grant takes of memory, how long the base takes to be read; and node-casbin at ten thousand rules.</summary>
internal static class DecisionBench
{
    private const int Asked = 4_000_000, Rules = 10_000;

    /// <summary>The figures.</summary>
    public static async Task<IReadOnlyList<Ratio>> Run(Engine engine, int grants)
    {
        await using var services = await TestServices.CreateCity(engine);
        var ground = new GatewayGround(services.Scope, services.Clock);
        await ground.Lay("http://127.0.0.1:1");
        await GrantsFill.Write(services, ground, grants);
        await using var scope = services.Scope();
        var book = scope.ServiceProvider.GetRequiredService<PermissionBook>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var read = await Ratio.Timed(() => book.Refresh(default));
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)grants;
        var now = book.Now;
        var known = await services.With<Store, List<(long Application, long Resource)>>(s => s.Query($"SELECT application_id, resource_id FROM exchange_grants WHERE id >= {GrantsFill.First}", r => (r.GetInt64(0), r.GetInt64(1)), default));
        var floor = known.ToFrozenDictionary(k => k, _ => new object());
        var random = new Random(1);
        var order = Enumerable.Range(0, Asked).Select(_ => random.Next(known.Count)).ToArray();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Decided(now, known, order);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var casbin = await CasbinBeside.Run(Rules);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{engine}, {known.Count:N0} grants: read in {read / 1000:0.0} s, {bytes:0} bytes each (bar: 300), {allocated} bytes allocated by {Asked:N0} decisions; node-casbin at {Rules:N0} rules: {casbin:N0} µs a decision"));
        return
        [
            await Ratio.Measure($"{Asked:N0} decisions among {known.Count:N0} grants; floor: as many looks into a FrozenDictionary by application and resource", $"{engine}", 7, 5, () => Task.Run(() => Decided(now, known, order)), () => Task.Run(() => Looked(floor, known, order))),
            new("a grant in memory; floor: the bar of 300 bytes", $"{engine}", bytes, 300, bytes / 300, 1, "B"),
        ];
    }

    private static void Decided(Permissions now, List<(long Application, long Resource)> known, int[] order)
    {
        var day = new DateOnly(2026, 11, 27).DayNumber;
        foreach (var i in order)
            if (Decide.On(now, known[i].Application, known[i].Resource, default, day).Why != CallRefusal.None) throw new InvalidOperationException("What was granted is not let through: the bench measures nothing.");
    }

    private static void Looked(FrozenDictionary<(long, long), object> floor, List<(long Application, long Resource)> known, int[] order)
    {
        foreach (var i in order)
            if (!floor.ContainsKey(known[i])) throw new InvalidOperationException("Not there.");
    }
}
