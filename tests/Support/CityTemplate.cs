using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;

namespace Qingdan.Tests.Support;

/// <summary>The demo city, loaded once for each engine; every test works on a copy of its own.</summary>
internal static class CityTemplate
{
    private static readonly Lazy<Task<string>> Sqlite = new(() => Load(Engine.Sqlite)), Postgres = new(() => Load(Engine.Postgres));

    /// <summary>How much later a test on a copy begins: ids grow with time, and the city's must stay in the past.</summary>
    public static TimeSpan Age { get; } = TimeSpan.FromHours(1);

    /// <summary>The frozen city.</summary>
    public static Task<string> Of(Engine engine) => (engine == Engine.Sqlite ? Sqlite : Postgres).Value;

    private static async Task<string> Load(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var orders = await services.With<IEnumerable<IDemoPart>, List<int>>(parts => Task.FromResult(parts.Select(p => p.Order).Order().ToList()));
        foreach (var order in orders) await services.With<IEnumerable<IDemoPart>>(parts => parts.Single(p => p.Order == order).Load(TextWriter.Null, default));
        return await services.Freeze();
    }
}
