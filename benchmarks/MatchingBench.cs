using System.Globalization;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Search;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>How good matching is, beside the plain question for any of the sentence's terms, ranked by the engine. Measures no time.</summary>
internal static class MatchingBench
{
    private static readonly string[] Halves = ["tuned", "held", "all"];

    /// <summary>Prints hit@1, hit@5, hit@10 and the mean reciprocal rank of the first answer of grade 2, and how many of the first ten nobody has read.</summary>
    public static async Task Run(string data)
    {
        var (statements, resources) = (JudgedSet.Statements(data), JudgedSet.Resources(data));
        Console.WriteLine($"{statements.Count} statements, {resources.Count} resources");
        Console.WriteLine("| ranking | engine | half | statements | hit@1 | hit@5 | hit@10 | MRR | not read |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var engine in Enum.GetValues<Engine>())
        {
            await using var services = await TestServices.Create(engine);
            await services.With<Store, bool>(async store => await Fill(store, services, resources));
            var (plain, shipped) = (new Dictionary<string, IReadOnlyList<long>>(), new Dictionary<string, IReadOnlyList<long>>());
            foreach (var statement in statements)
            {
                plain[statement.Id] = await services.With<Store, IReadOnlyList<long>>(store => Plain(store, statement.Text));
                shipped[statement.Id] = await services.With<CatalogMatching, IReadOnlyList<long>>(async m => [.. (await m.Find(statement.Text, default)).Value.Select(f => f.Id)]);
            }
            foreach (var half in Halves)
            {
                Print("any term", plain);
                Print("shipped", shipped);

                void Print(string name, Dictionary<string, IReadOnlyList<long>> found) =>
                    Console.WriteLine($"| {name} | {engine} | {half} | {Figures([.. statements.Where(s => half == "all" || s.Held == (half == "held"))], found, resources)} |");
            }
            await NotRead(statements, shipped, resources, engine);
        }
    }

    private static string Figures(IReadOnlyList<Judged> statements, Dictionary<string, IReadOnlyList<long>> found, IReadOnlyList<RealResource> resources)
    {
        var first = statements.Select(s => 1 + found[s.Id].Select(id => s.Grades.GetValueOrDefault(resources[(int)id - 1].Key)).ToList().IndexOf(2)).ToList();
        var unread = statements.Sum(s => found[s.Id].Count(id => !s.Grades.ContainsKey(resources[(int)id - 1].Key)));
        return string.Create(CultureInfo.InvariantCulture, $"{statements.Count} | {Share(1):0.00} | {Share(5):0.00} | {Share(10):0.00} | {first.Average(r => r > 0 ? 1.0 / r : 0):0.00} | {unread}");

        double Share(int within) => first.Average(r => r > 0 && r <= within ? 1.0 : 0);
    }

    // What remains to be judged, for whoever tunes on.
    private static Task NotRead(IReadOnlyList<Judged> statements, Dictionary<string, IReadOnlyList<long>> found, IReadOnlyList<RealResource> resources, Engine engine)
    {
        Directory.CreateDirectory("artifacts");
        return File.WriteAllLinesAsync(Path.Combine("artifacts", $"matching-{engine}.tsv"), statements.SelectMany(s => found[s.Id].Select((id, i) => (s, i, r: resources[(int)id - 1])))
            .Select(f => $"{f.s.Id}\t{(f.s.Held ? "held" : "tuned")}\t{f.i + 1}\t{(f.s.Grades.TryGetValue(f.r.Key, out var grade) ? grade.ToString(CultureInfo.InvariantCulture) : "?")}\t{f.r.Key}\t{f.r.Name}\t{f.r.Provider}"));
    }

    private static async Task<IReadOnlyList<long>> Plain(Store store, string text)
    {
        var terms = Bigrams.Terms(Bigrams.Fold(text)).Select(t => t.ToString()).Distinct().ToList();
        return store.Engine == Engine.Sqlite
            ? await store.Query("SELECT rowid FROM catalog_search WHERE catalog_search MATCH @q ORDER BY bm25(catalog_search), rowid LIMIT 10", r => r.GetInt64(0), default, ("q", string.Join(" OR ", terms.Select(t => $"\"{t}\""))))
            : await store.Query("SELECT rowid FROM catalog_search WHERE words @@ @q::tsquery ORDER BY ts_rank(words, @q::tsquery) DESC, rowid LIMIT 10", r => r.GetInt64(0), default, ("q", string.Join(" | ", terms.Select(t => $"'{t}'"))));
    }

    private static async Task<bool> Fill(Store store, TestServices services, IReadOnlyList<RealResource> resources)
    {
        var units = await services.With<IOrganizationDirectory, IReadOnlyDictionary<string, long>>(d => d.EnsureProposed(resources.Select(Provider).Distinct(), Actor.System, default));
        await using var transaction = await store.Database.BeginTransactionAsync();
        await using (var writer = await BulkWriter.Open(store, "catalog_resources", default, CatalogFill.ResourceColumns))
        {
            for (var i = 0; i < resources.Count; i++)
                await writer.Write([i + 1L, resources[i].Name, resources[i].Name, units[Provider(resources[i])], resources[i].Summary, "", "", "", "", null, null, false, "", "", "", null, "", "{}", "Published", 1, 1, i + 1L, 0L, i + 1L, i + 1L]);
            await writer.Complete(default);
        }
        await using (var writer = await BulkWriter.Open(store, "catalog_items", default, CatalogFill.ItemColumns))
        {
            var id = 0L;
            for (var i = 0; i < resources.Count; i++)
                for (var place = 0; place < resources[i].Items.Count; place++) await writer.Write([++id, i + 1L, place + 1, resources[i].Items[place], "", "", "", null, "", "", "{}"]);
            await writer.Complete(default);
        }
        var search = new SearchBulk(store);
        await search.Add(search.Words(resources.Select((r, i) => (i + 1L, (string?)null, new ResourceContent { Name = r.Name, Summary = r.Summary, Items = [.. r.Items.Select(name => new ItemContent { Name = name })] }))), default);
        await transaction.CommitAsync();
        if (store.Engine == Engine.Postgres) await store.Execute("VACUUM ANALYZE catalog_resources, catalog_items, catalog_search", default);
        return true;
    }

    private static string Provider(RealResource resource) => resource.Provider.Trim() is { Length: > 0 } name ? name : "提供单位不详";
}
