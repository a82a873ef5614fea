using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Search;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>
/// The pages of catalogue and lists at a city's size beside the same pages at a hundredth of it, and beside their own statements run bare plus the empty signed-in page.
/// What counts is the 95th percentile over a walk through the ways people ask: all, a facet, a far page, another order, words.
/// </summary>
internal static class PagesBench
{
    private const string Nothing = "/nothing";
    private const int Large = 77_222, Small = 770, ItemsEach = 5, Rounds = 40, WarmUp = 60;

    /// <summary>For each kind of page both ratios on an engine, and the size of the largest answer.</summary>
    public static async Task<IReadOnlyList<Ratio>> Run(Engine engine)
    {
        await using var small = await Start(engine, Small);
        await using var large = await Start(engine, Large);
        var rows = new List<Ratio>();
        foreach (var (name, asked) in AskedPage.Kinds) rows.AddRange(await Measure(name, asked, (small, Small), (large, Large), engine));
        return rows;
    }

    private static async Task<IReadOnlyList<Ratio>> Measure(string name, Func<int, IReadOnlyList<AskedPage>> asked, (TestApp App, int Size) small, (TestApp App, int Size) large, Engine engine)
    {
        var (atSmall, atLarge, floor) = (new List<double>(), new List<double>(), new List<double>());
        var bytes = 0L;
        for (var round = -WarmUp; round < Rounds; round++)
            foreach (var page in asked(Math.Abs(round)))
            {
                var (one, _) = await Get(small.App, page.Path);
                var (many, length) = await Get(large.App, page.Path);
                var (empty, _) = await Get(large.App, Nothing);
                var bare = await Bare(large.App, page);
                if (round < 0) continue; // warms up
                atSmall.Add(one);
                atLarge.Add(many);
                floor.Add(empty + bare);
                bytes = Math.Max(bytes, length);
            }
        var (thing, beside, below) = (P(atLarge, 0.95), P(atSmall, 0.95), P(floor, 0.95));
        Console.WriteLine($"{name}, median at {large.Size}: {P(atLarge, 0.5):0.0} ms, at {small.Size}: {P(atSmall, 0.5):0.0} ms, floor {P(floor, 0.5):0.0} ms");
        return
        [
            new($"{name}, {large.Size:N0} resources, p95; floor: the same at {small.Size:N0}", $"{engine}", thing, beside, thing / beside, 1.5),
            new($"{name}, p95; floor: its SQL bare + the empty signed-in page", $"{engine}", thing, below, thing / below, 2),
            new($"{name}, HTML, against the bar", $"{engine}", bytes / 1024.0, 100, bytes / 1024.0 / 100, 1, "KB"),
        ];
    }

    private static async Task<TestApp> Start(Engine engine, int resources)
    {
        var app = await TestApp.Start(engine);
        var unit = await CatalogFill.Write(app.Scope, resources, ItemsEach);
        await using (var scope = app.Scope()) await Index(scope.ServiceProvider.GetRequiredService<Store>());
        await ListsFill.Write(app);
        app.Person = new Actor(1, "测试", unit, "示例市第1局", new HashSet<string> { Roles.DataCentre });
        return app;
    }

    private static async Task Index(Store store)
    {
        var names = await store.Query("SELECT id, name, summary FROM catalog_resources", r => (r.GetInt64(0), r.GetString(1), r.GetString(2)), default);
        await using var transaction = await store.Database.BeginTransactionAsync();
        foreach (var (id, name, summary) in names)
            if (store.Engine == Engine.Sqlite) await store.Execute("INSERT INTO catalog_search (rowid, words) VALUES (@id, @words)", default, ("id", id), ("words", Bigrams.Index(name, summary)));
            else await store.Execute("INSERT INTO catalog_search (rowid, words) VALUES (@id, @words::tsvector)", default, ("id", id), ("words", Bigrams.Vectors(name, summary)[0]));
        await transaction.CommitAsync();
        if (store.Engine == Engine.Postgres) await store.Execute("VACUUM ANALYZE catalog_search", default);
    }

    private static async Task<(double Milliseconds, long Bytes)> Get(TestApp app, string path)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await app.Http.GetAsync(path);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode && path != Nothing) throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: nothing was measured.");
        return (watch.Elapsed.TotalMilliseconds, body.Length);
    }

    private static async Task<double> Bare(TestApp app, AskedPage page)
    {
        await using var scope = app.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        await store.Open(default);
        var watch = Stopwatch.StartNew();
        await page.Bare(store);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double P(List<double> values, double share)
    {
        values.Sort();
        return values[(int)(values.Count * share)];
    }
}
