using Microsoft.Data.Sqlite;
using Npgsql;
using Qingdan.Catalog.Search;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;
using Qingdan.Tests.Support;

namespace Qingdan.Bench.Search;

/// <summary>Index and findings made from nothing, beside reading the rows and writing the bare index. One run each: they take minutes.</summary>
internal static class RebuildBench
{
    private const int Slice = 20_000;

    public static async Task<Ratio> Run(Engine engine, TestServices services)
    {
        await services.With<Store>(s => s.Execute(engine == Engine.Sqlite
            ? $"CREATE VIRTUAL TABLE bench_search USING fts5(words, content='', contentless_delete=1, tokenize='{Bigrams.Tokenizer}')"
            : "CREATE TABLE bench_search (rowid BIGINT NOT NULL, words TSVECTOR NOT NULL); CREATE INDEX bench_search_rowid ON bench_search (rowid); CREATE INDEX bench_search_words ON bench_search USING GIN (words)", default));
        var floor = await Ratio.Timed(() => Bare(services));
        await services.With<Store>(s => s.Execute(engine == Engine.Sqlite ? "DROP TABLE bench_search; INSERT INTO catalog_search (catalog_search) VALUES ('delete-all')" : "DROP TABLE bench_search; TRUNCATE catalog_search", default));
        var thing = await Ratio.Timed(() => services.With<RebuildSearch>(r => r.Run(_ => Task.CompletedTask, default)));
        var findings = await services.With<Store, List<long>>(s => s.Query("SELECT count(*) FROM records_findings", r => r.GetInt64(0), default));
        Console.WriteLine($"{engine}: rebuilding found {findings[0]:N0} findings");
        return new("rebuilding index and findings from nothing; floor: reading the rows and writing the bare index", $"{engine}", thing / 1000, floor / 1000, thing / floor, 3, "s");
    }

    private static async Task Bare(TestServices services)
    {
        for (long after = 0, read = Slice; read == Slice; after += Slice)
            await services.With<Store>(async store =>
            {
                var rows = await store.Query("SELECT id, name, summary, code FROM catalog_resources WHERE id > @after AND id <= @last ORDER BY id", r => (Id: r.GetInt64(0), Name: r.GetString(1), Summary: r.GetString(2)), default, ("after", after), ("last", after + Slice));
                var items = (await store.Query("SELECT resource_id, name FROM catalog_items WHERE resource_id > @after AND resource_id <= @last ORDER BY resource_id, place", r => (r.GetInt64(0), r.GetString(1)), default, ("after", after), ("last", after + Slice))).ToLookup(i => i.Item1, i => i.Item2);
                read = rows.Count;
                await using var transaction = await store.Database.BeginTransactionAsync();
                if (await store.Open(default) is NpgsqlConnection postgres) await Copy(postgres, rows.Select(r => (r.Id, Bigrams.Vectors([r.Name, r.Summary, .. items[r.Id]])[0])));
                else await Insert((SqliteCommand)await store.Command("INSERT INTO bench_search (rowid, words) VALUES (@id, @words)", default), rows.Select(r => (r.Id, Bigrams.Index([r.Name, r.Summary, .. items[r.Id]]))));
                await transaction.CommitAsync();
            });
    }

    private static async Task Copy(NpgsqlConnection postgres, IEnumerable<(long Id, string Words)> rows)
    {
        await using var copy = await postgres.BeginTextImportAsync("COPY bench_search (rowid, words) FROM STDIN");
        foreach (var (id, words) in rows) await copy.WriteAsync($"{id}\t{words}\n");
    }

    private static async Task Insert(SqliteCommand insert, IEnumerable<(long Id, string Words)> rows)
    {
        await using var command = insert;
        var (rowid, words) = (insert.Parameters.Add("@id", SqliteType.Integer), insert.Parameters.Add("@words", SqliteType.Text));
        foreach (var (id, text) in rows)
        {
            (rowid.Value, words.Value) = (id, text);
            insert.ExecuteNonQuery();
        }
    }
}
