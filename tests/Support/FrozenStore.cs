using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;

namespace Qingdan.Tests.Support;

/// <summary>What most tests begin with, made once for each engine; every test works on a copy of its own.</summary>
/// <param name="Name">The file or database that is copied.</param>
/// <param name="Age">How much later a test on a copy begins: ids grow with time, and those of the copy must stay in the past.</param>
internal sealed record FrozenStore(string Name, TimeSpan Age)
{
    // Editions are signed, and the secret that opens the key lies beside the store, not in it: a copy could sign nothing more.
    private const int Signed = 90;

    private static readonly Dictionary<Engine, Lazy<Task<FrozenStore>>> Migrated = ForEach(Migrate), Cities = ForEach(Load);

    /// <summary>The migrated store with nothing in it.</summary>
    public static Task<FrozenStore> Empty(Engine engine) => Migrated[engine].Value;

    /// <summary>The demo city.</summary>
    public static Task<FrozenStore> City(Engine engine) => Cities[engine].Value;

    private static async Task<FrozenStore> Migrate(Engine engine)
    {
        await using var services = await TestServices.Fresh(engine);
        return new FrozenStore(await services.Freeze(), TimeSpan.Zero);
    }

    private static async Task<FrozenStore> Load(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var orders = await services.With<IEnumerable<IDemoPart>, List<int>>(parts => Task.FromResult(parts.Select(p => p.Order).Where(o => o < Signed).Order().ToList()));
        foreach (var order in orders) await services.With<IEnumerable<IDemoPart>>(parts => parts.Single(p => p.Order == order).Load(TextWriter.Null, default));
        return new FrozenStore(await services.Freeze(), TimeSpan.FromHours(1));
    }

    private static Dictionary<Engine, Lazy<Task<FrozenStore>>> ForEach(Func<Engine, Task<FrozenStore>> make) =>
        Enum.GetValues<Engine>().ToDictionary(engine => engine, engine => new Lazy<Task<FrozenStore>>(() => make(engine)));
}
