using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>
/// What a page of a list is made of, measured apart: its rows, as programs walk through them; the counts that every page of it shows; and counts for words that nobody has asked for before,
/// beside the same counts in SQL. What counts is the 95th percentile.
/// </summary>
/// <param name="Name">The list.</param>
/// <param name="Path">Its page; under <c>/api/v1</c> its rows alone.</param>
/// <param name="Filters">Ways to narrow it.</param>
/// <param name="Bare">Counts and rows of its page for a word as SQL alone gives them; null where it has no search.</param>
internal sealed record ListPages(string Name, string Path, string[] Filters, Func<Store, string, Task>? Bare)
{
    private const int Rounds = 40, WarmUp = 20, Words = 15;

    /// <summary>The lists.</summary>
    public static IReadOnlyList<ListPages> All { get; } =
    [
        new("responsibility list", "/lists/responsibilities", ["share=Conditional", "tab=Candidate", "sort=name"], Sql("lists_entries", "InForce", "provider_id", "share", "frequency", "share_stated")),
        new("negative list", "/lists/negatives", ["level=Law", "tab=Candidate"], Sql("lists_negatives", "InForce", "provider_id", "basis_level", "ban")),
        new("demand list", "/lists/demands", ["kind=in", "tab=InCheck"], Sql("lists_demands", "Listed", "unit_id", "provider_id", "in_catalog")),
        new("findings", "/findings", ["severity=Warning"], null),
    ];

    /// <summary>Its parts with many rows beside those with few.</summary>
    public async Task<List<Ratio>> Measure(Engine engine, TestApp few, TestApp many, int city, int province)
    {
        List<Ratio> rows =
        [
            await Beside($"{Name}, rows alone, {province:N0} resources, p95; floor: the same at {city:N0}", engine, few, many, round => [$"/api/v1{Path}?limit=50"], 2),
            await Beside($"{Name}, page with its maintained counts, {province:N0} resources, p95; floor: the same at {city:N0}", engine, few, many,
                round => [Path, $"{Path}?page={2 + (round % 9)}", .. Filters.Select(f => $"{Path}?{f}")], 3),
        ];
        if (Bare is not null) rows.Add(await Searched(engine, many, province));
        return rows;
    }

    private static async Task<Ratio> Beside(string what, Engine engine, TestApp few, TestApp many, Func<int, IReadOnlyList<string>> asked, double bar)
    {
        var (small, large) = (new List<double>(), new List<double>());
        for (var round = -WarmUp; round < Rounds; round++)
            foreach (var path in asked(Math.Abs(round)))
            {
                var (one, other) = (await Get(few, path), await Get(many, path));
                if (round < 0) continue;
                small.Add(one);
                large.Add(other);
            }
        var (thing, floor) = (Ratio.P95(large), Ratio.P95(small));
        return new Ratio(what, $"{engine}", thing, floor, thing / floor, bar);
    }

    private async Task<Ratio> Searched(Engine engine, TestApp many, int province)
    {
        var (things, floors) = (new List<double>(), new List<double>());
        for (var round = -2; round < Words; round++)
        {
            var word = $"{700 + Math.Abs(round)}";
            var thing = await Get(many, $"{Path}?q={word}");
            await using var scope = many.Scope();
            var store = scope.ServiceProvider.GetRequiredService<Store>();
            await store.Open(default);
            var floor = await Ratio.Timed(() => Bare!(store, word));
            if (round < 0) continue;
            things.Add(thing);
            floors.Add(floor);
        }
        var (page, sql) = (Ratio.P95(things), Ratio.P95(floors));
        return new Ratio($"{Name}, page for a word with its counts, {province:N0} resources, p95; floor: the same counts and rows as SQL alone", $"{engine}", page, sql, page / sql, 2);
    }

    private static async Task<double> Get(TestApp app, string path)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await app.Http.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: nothing was measured.");
    }

    // Each choice is counted over all other filters, as the page counts it.
    private static Func<Store, string, Task> Sql(string table, string tab, params string[] columns) => async (store, word) =>
    {
        const string Has = "(lower(name) LIKE @word OR lower(coalesce(number, '')) LIKE @word)";
        var like = ("word", (object?)$"%{word}%");
        await store.Query($"SELECT state, count(*) FROM {table} WHERE {Has} GROUP BY state", r => r.GetInt64(1), default, like);
        foreach (var column in columns) await store.Query($"SELECT {column}, count(*) FROM {table} WHERE {Has} AND state = '{tab}' GROUP BY {column}", r => r.GetInt64(1), default, like);
        await store.Query($"SELECT * FROM {table} WHERE {Has} AND state = '{tab}' ORDER BY changed_at DESC LIMIT 50", r => r.GetInt64(0), default, like);
    };
}
