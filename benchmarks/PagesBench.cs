using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Search;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>
/// The catalogue's page at a city's size beside the same page at a hundredth of it, and beside its own statements run bare plus the empty signed-in page.
/// What counts is the 95th percentile over a walk through the ways people ask: all, a facet, two facets, a far page, by name, words.
/// </summary>
internal static class PagesBench
{
    private const int Large = 77_222, Small = 770, ItemsEach = 5, Rounds = 40, WarmUp = 100;

    /// <summary>Both ratios on an engine, and the size of the largest page.</summary>
    public static async Task<IReadOnlyList<Ratio>> Run(Engine engine)
    {
        await using var small = await Start(engine, Small);
        await using var large = await Start(engine, Large);
        var (atSmall, atLarge, floor) = (new List<double>(), new List<double>(), new List<double>());
        var bytes = 0L;
        for (var round = -WarmUp; round < Rounds; round++)
            foreach (var (path, words) in Asked(round))
            {
                var (one, _) = await Get(small, path);
                var (many, length) = await Get(large, path);
                var (empty, _) = await Get(large, "/nothing");
                var bare = await Bare(large, words, round);
                if (round < 0) continue; // warms up
                atSmall.Add(one);
                atLarge.Add(many);
                floor.Add(empty + bare);
                bytes = Math.Max(bytes, length);
            }
        var (thing, beside, below) = (P(atLarge, 0.95), P(atSmall, 0.95), P(floor, 0.95));
        Console.WriteLine($"median at {Large}: {P(atLarge, 0.5):0.0} ms, at {Small}: {P(atSmall, 0.5):0.0} ms, floor {P(floor, 0.5):0.0} ms");
        return
        [
            new($"catalogue page, {Large:N0} resources, p95; floor: the same at {Small}", $"{engine}", thing, beside, thing / beside, 1.5),
            new("catalogue page, p95; floor: its SQL bare + the empty signed-in page", $"{engine}", thing, below, thing / below, 2),
            new("catalogue page, HTML, against the bar", $"{engine}", bytes / 1024.0, 100, bytes / 1024.0 / 100, 1, "KB"),
        ];
    }

    // Another word and page each round, so that no one answer is measured forty times.
    private static IEnumerable<(string Path, string Words)> Asked(int round) =>
    [
        ("/catalog", ""), ($"/catalog?share=Conditional&page={1 + Math.Abs(round % 4)}", ""), ("/catalog?theme=企业&frequency=Daily", ""), ($"/catalog?page={2 + Math.Abs(round % 9)}", ""),
        ("/catalog?sort=name", ""), ($"/catalog?q=信息{700 + round}", $"信息{700 + round}"),
    ];

    private static async Task<TestApp> Start(Engine engine, int resources)
    {
        var app = await TestApp.Start(engine);
        var unit = await CatalogFill.Write(app.Scope, resources, ItemsEach);
        await using (var scope = app.Scope()) await Index(scope.ServiceProvider.GetRequiredService<Store>());
        app.Person = new Actor(1, "测试", unit, "示例市第1局", new HashSet<string> { Roles.Liaison });
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
        return (watch.Elapsed.TotalMilliseconds, body.Length);
    }

    /// <summary>What the page asks of the store: who changed, which hits, the rows of the page, their items.</summary>
    private static async Task<double> Bare(TestApp app, string words, int round)
    {
        await using var scope = app.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        await store.Open(default);
        var sqlite = store.Engine == Engine.Sqlite;
        var ids = Enumerable.Range(1 + (Math.Abs(round) * 100), 50).Select(i => (long)i).ToArray();
        (string, object?) page = ("ids", sqlite ? JsonSerializer.Serialize(ids) : ids);
        var oneOf = sqlite ? "IN (SELECT value FROM json_each(@ids))" : "= ANY(@ids)";
        var watch = Stopwatch.StartNew();
        await store.Query("SELECT id, provider_id, share, share_stated, state, frequency, open_type, theme, data_level, name, changed_at, revision FROM catalog_resources WHERE revision > @since", r => r.GetInt64(0), default, ("since", long.MaxValue - 1));
        if (Bigrams.Query(words) is { } question)
            await store.Query($"SELECT rowid FROM catalog_search WHERE {(sqlite ? "catalog_search MATCH @q" : "words @@ @q::tsquery")}", r => r.GetInt64(0), default, ("q", sqlite ? question.Fts5 : question.TsQuery));
        await store.Query($"SELECT r.id, r.code, r.name, r.provider_id, r.summary, r.share, r.share_stated, r.frequency, r.state, r.changed_at, (SELECT COUNT(*) FROM catalog_items i WHERE i.resource_id = r.id) FROM catalog_resources r WHERE r.id {oneOf}", r => r.GetString(2), default, page);
        if (words.Length > 0) await store.Query($"SELECT resource_id, name FROM catalog_items WHERE resource_id {oneOf} ORDER BY resource_id, place", r => r.GetString(1), default, page);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double P(List<double> values, double share)
    {
        values.Sort();
        return values[(int)(values.Count * share)];
    }
}
