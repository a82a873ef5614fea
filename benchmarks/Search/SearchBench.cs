using System.Diagnostics;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Search;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Search;
using Qingdan.Tests.Support;

namespace Qingdan.Bench.Search;

/// <summary>The search at a million resources with ten million items of real names, beside the bare index and beside reading all texts.</summary>
internal static class SearchBench
{
    private const int Rounds = 5, Substrings = 1_000, CheckedByLike = 20, Few = 2_000;

    private static readonly Actor Reader = new(1, "测试", 0, "", new HashSet<string> { Standards.Contracts.Roles.DataCentre });

    /// <summary>The figures of an engine; <paramref name="part"/> says which: exact, pages, groonga, matching, saved, rebuild.</summary>
    public static async Task<IReadOnlyList<Ratio>> Run(Engine engine, string data, int many, int few, Func<string, bool> part)
    {
        var catalog = new RealCatalog(data);
        await using var large = await Filled(engine, catalog, many);
        var rows = new List<Ratio>();
        if (part("exact") || part("pages") || part("groonga")) await WithTexts();
        if (part("matching")) rows.AddRange(await Sentences(large, data, engine));
        if (part("saved"))
            await using (var small = await Filled(engine, catalog, few)) rows.Add(await SavedBench.Run(engine, large, small, catalog));
        if (part("rebuild")) rows.Add(await RebuildBench.Run(engine, large));
        return rows;

        async Task WithTexts()
        {
            var texts = await Texts(large, catalog, many);
            if (part("exact")) await Exact(large, catalog, texts, many);
            if (part("pages")) rows.AddRange(await Pages(large, catalog, engine, many));
            if (part("groonga") && engine == Engine.Sqlite) await GroongaBeside.Run(await large.With<Store, IReadOnlyList<Question>>(s => Question.Choose(s, catalog, many)), catalog, texts);
        }
    }

    private static async Task<TestServices> Filled(Engine engine, RealCatalog catalog, int resources)
    {
        var watch = Stopwatch.StartNew();
        var services = await TestServices.Create(engine);
        await RealFill.Write(services, catalog, resources);
        Console.WriteLine($"{engine}: {resources:N0} resources filled in {watch.Elapsed.TotalSeconds:N0} s");
        return services;
    }

    // The texts of all resources, for reading all of them: in memory and in a table of nothing else.
    private static async Task<string[]> Texts(TestServices services, RealCatalog catalog, int resources)
    {
        var texts = new string[resources + 1];
        Parallel.For(1, resources + 1, number =>
        {
            var content = catalog.Of(number);
            texts[number] = string.Join('\n', new[] { content.Name, content.Summary }.Concat(content.Items.Select(i => i.Name)).Select(Bigrams.Fold));
        });
        await services.With<Store>(async store =>
        {
            await store.Execute("CREATE TABLE bench_texts (id BIGINT NOT NULL, text TEXT NOT NULL)", default);
            await using var transaction = await store.Database.BeginTransactionAsync();
            await using (var writer = await BulkWriter.Open(store, "bench_texts", default, ("id", BulkType.Number), ("text", BulkType.Text)))
            {
                for (var number = 1; number <= resources; number++) await writer.Write([(long)number, texts[number]]);
                await writer.Complete(default);
            }
            await transaction.CommitAsync();
        });
        return texts;
    }

    private static async Task Exact(TestServices services, RealCatalog catalog, string[] texts, int resources)
    {
        var dice = new Random(7);
        var wrong = 0;
        for (var i = 0; i < Substrings; i++)
        {
            var piece = Question.Piece(catalog, dice, resources, 1 + (i % 6));
            var found = await services.With<FindHits, CatalogHits>(h => h.Indexed(SearchWords.Of($"\"{piece}\""), int.MaxValue, default));
            var read = new bool[texts.Length];
            Parallel.For(1, texts.Length, number => read[number] = texts[number].Contains(piece, StringComparison.Ordinal));
            if (found.Ids!.Count != read.Count(true) || found.Ids.Any(id => !read[id])) wrong++;
            if (i < CheckedByLike && (await services.With<Store, long>(s => Like(s, piece))) != read.Count(true)) throw new InvalidOperationException($"LIKE and reading differ at {piece}.");
        }
        Console.WriteLine($"hits other than those of reading all texts, of {Substrings:N0} substrings: {wrong}");
    }

    private static async Task<IReadOnlyList<Ratio>> Pages(TestServices services, RealCatalog catalog, Engine engine, int resources)
    {
        var questions = await services.With<Store, IReadOnlyList<Question>>(s => Question.Choose(s, catalog, resources));
        var times = new List<(Question Question, double Page, double Bare)>();
        for (var round = -1; round < Rounds; round++)
            foreach (var question in questions)
            {
                var bare = await Ratio.Timed(() => services.With<Store>(s => Bare(s, question)));
                var page = await Ratio.Timed(() => services.With<BrowseCatalog, CatalogPage>(b => b.Page(new CatalogQuery { Text = question.Text }, Reader, default)));
                if (round >= 0) times.Add((question, page, bare));
            }
        var rows = new List<Ratio>();
        foreach (var kind in times.GroupBy(t => t.Question.Kind))
        {
            Console.WriteLine($"{kind.Key}, hits: page / bare, ms: {string.Join(", ", kind.GroupBy(t => t.Question).Select(g => $"{g.Key.Hits}: {g.Average(t => t.Page):0.0} / {g.Average(t => t.Bare):0.0}"))}");
            var (page, bare) = (Ratio.P95(kind.Select(t => t.Page)), Ratio.P95(kind.Select(t => t.Bare)));
            rows.Add(new($"first page, exact count and facets, {kind.Key}, p95; floor: bare match grouped by one facet", $"{engine}", page, bare, page / bare, 3));
        }
        var most = questions.MaxBy(q => q.Hits)!;
        var like = new List<double>();
        for (var i = 0; i < Rounds; i++) like.Add(await Ratio.Timed(() => services.With<Store, long>(s => Like(s, most.Text))));
        var (often, scan) = (times.Where(t => t.Question == most).Average(t => t.Page), like.Average());
        rows.Add(new($"the most frequent word ({most.Hits:N0} hits); floor: LIKE scan", $"{engine}", often, scan, often / scan, 1.5));
        var seldom = Ratio.P95(times.Where(t => t.Question.Hits <= Few).Select(t => t.Page));
        rows.Add(new($"words with up to {Few:N0} hits, p95, a hundred times; floor: LIKE scan", $"{engine}", 100 * seldom, scan, 100 * seldom / scan, 1));
        return rows;
    }

    private static async Task<IReadOnlyList<Ratio>> Sentences(TestServices services, string data, Engine engine)
    {
        var (shipped, plain, one) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var statement in JudgedSet.Statements(data).Select(s => s.Text).Prepend("企业登记信息"))
        {
            var terms = Bigrams.Terms(Bigrams.Fold(statement)).Select(t => t.ToString()).Distinct().ToList();
            plain.Add(await Ratio.Timed(() => services.With<Store>(s => Any(s, terms))));
            one.Add(await Ratio.Timed(() => services.With<Store>(s => Bare(s, new Question("", terms[terms.Count / 2], 0)))));
            shipped.Add(await Ratio.Timed(() => services.With<CatalogMatching, int>(async m => (await m.Find(statement, default)).Value.Count)));
        }
        // The first counts the terms.
        Console.WriteLine($"matching, median: {shipped.Skip(1).Order().ElementAt(shipped.Count / 2):0.0} ms, any of the terms ranked {plain.Skip(1).Order().ElementAt(plain.Count / 2):0.0}, one term {one.Skip(1).Order().ElementAt(one.Count / 2):0.0}");
        var (p95, any, bare) = (Ratio.P95(shipped.Skip(1)), Ratio.P95(plain.Skip(1)), Ratio.P95(one.Skip(1)));
        return
        [
            new("matching a sentence, p95; floor: one bare query for any of its terms, ranked", $"{engine}", p95, any, p95 / any, 5),
            new("matching a sentence, p95; beside: one bare match of one of its terms, grouped", $"{engine}", p95, bare, p95 / bare, null),
        ];
    }

    private static Task<List<long>> Any(Store store, List<string> terms) => store.Engine == Engine.Sqlite
        ? store.Query("SELECT rowid FROM catalog_search WHERE catalog_search MATCH @q ORDER BY bm25(catalog_search) LIMIT 10", r => r.GetInt64(0), default, ("q", SearchQuery.Any(terms).Fts5))
        : store.Query("SELECT rowid FROM catalog_search WHERE words @@ @q::tsquery ORDER BY ts_rank(words, @q::tsquery) DESC LIMIT 10", r => r.GetInt64(0), default, ("q", SearchQuery.Any(terms).TsQuery));

    private static Task<List<long>> Bare(Store store, Question question)
    {
        var (sql, value) = question.Match(store.Engine);
        return store.Query($"SELECT r.share, count(*) FROM ({sql}) hits JOIN catalog_resources r ON r.id = hits.rowid GROUP BY r.share", r => r.GetInt64(1), default, ("q", value));
    }

    private static async Task<long> Like(Store store, string text) =>
        (await store.Query($"SELECT count(*) FROM bench_texts WHERE {string.Join(" AND ", text.Split(' ').Select((_, i) => $"text LIKE @w{i}"))}", r => r.GetInt64(0), default, [.. text.Split(' ').Select((w, i) => ($"w{i}", (object?)$"%{w}%"))]))[0];
}
