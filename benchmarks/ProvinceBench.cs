using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Quartz;

namespace Qingdan.Bench;

/// <summary>
/// The lists of a province, made once: the generation beside reading and writing the same rows bare, its memory and its growth, one resource changed,
/// and the pages of the lists beside those of 10,000 resources.
/// </summary>
internal static class ProvinceBench
{
    private const int City = 10_000, ItemsEach = 10;

    /// <summary>Measures on one engine.</summary>
    public static async Task<List<Ratio>> Run(Engine engine, int resources)
    {
        var tenth = await Tenth(engine, resources / 10);
        var (rows, large, unit) = await Large(engine, resources, tenth);
        var (one, small) = await Small(engine);
        var following = rows[^1];
        rows[^1] = following with { Floor = one, Times = following.Thing / one };
        Console.WriteLine(rows[^1]);
        await using var few = await Start(engine, small, unit);
        await using var many = await Start(engine, large, unit);
        foreach (var list in ListPages.All) rows.AddRange(await list.Measure(engine, few, many, City, resources));
        return rows;
    }

    private static async Task<(List<Ratio> Rows, string Frozen, long Unit)> Large(Engine engine, int resources, double tenth)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await Fill(services, resources);
        var floor = await Ratio.Timed(() => GenerationBench.Bare(services.Scope, unit));
        await GenerationBench.Clear(services.Scope);
        // The floor holds ten million items at once.
        Memory.Forget();
        var thing = await Ratio.Timed(() => GenerationBench.Generate(services.Scope));
        var memory = Memory.PeakMegabytes();
        List<Ratio> rows =
        [
            new($"generation from {resources:N0} resources with {resources * ItemsEach:N0} items and {resources / 5:N0} demands, once, against reading and writing the same rows bare", $"{engine}", thing, floor, thing / floor, 3),
            new("its memory, peak of the process meanwhile, against the bar", $"{engine}", memory, 2048, memory / 2048, 1, "MB"),
            new($"generation from {resources:N0} resources against {resources / 10:N0}", $"{engine}", thing, tenth, thing / tenth, 11),
        ];
        rows.ForEach(Console.WriteLine);
        await ListsFill.Decide(services.Scope);
        rows.Add(new($"the lists following one changed resource among {resources:N0}, against one among {City:N0}; medians", $"{engine}", await FollowBench.Measure(services.Scope, resources), 0, 0, 2));
        return (rows, await services.Freeze(), unit);
    }

    private static async Task<(double Following, string Frozen)> Small(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Fill(services, City);
        await GenerationBench.Generate(services.Scope);
        await ListsFill.Decide(services.Scope);
        return (await FollowBench.Measure(services.Scope, City), await services.Freeze());
    }

    // The same at a tenth, which also warms up.
    private static async Task<double> Tenth(Engine engine, int resources)
    {
        await using var services = await TestServices.Create(engine);
        await Fill(services, resources);
        await GenerationBench.Generate(services.Scope);
        await GenerationBench.Clear(services.Scope);
        return await Ratio.Timed(() => GenerationBench.Generate(services.Scope));
    }

    private static async Task<long> Fill(TestServices services, int resources)
    {
        var unit = await CatalogFill.Write(services.Scope, resources, ItemsEach);
        await ListsFill.State(services.Scope, 5);
        return unit;
    }

    // Without its hourly work, which would look through a catalogue that is new to it beside the pages.
    private static async Task<TestApp> Start(Engine engine, string frozen, long unit)
    {
        var app = await TestApp.StartOn(engine, frozen, services => services.Remove(services.Single(s => s.ImplementationType == typeof(QuartzHostedService))));
        app.Person = new Actor(1, "测试", unit, "示例市第1局", new HashSet<string> { Roles.DataCentre });
        return app;
    }
}
