using Microsoft.Data.Sqlite;
using Npgsql;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>What a resource of a file costs bare.</summary>
/// <param name="Name">Its name, indexed.</param>
/// <param name="Summary">Its abstract, indexed.</param>
/// <param name="Theme">Where it belongs.</param>
/// <param name="Formats">In which formats.</param>
/// <param name="Frequency">How often.</param>
/// <param name="OpenType">To whom.</param>
/// <param name="UpdatedOn">When last.</param>
/// <param name="Elements">All that is declared besides.</param>
internal sealed record BareResource(string Name, string Summary, string Theme, string Formats, string Frequency, string OpenType, string UpdatedOn, string Elements)
{
    /// <summary>What stands in further columns of a richer file: system, duty, condition, ways, level.</summary>
    public string[] More { get; init; } = ["", "", "", "", ""];
}

/// <summary>The floor of an import: the same rows into a table without any index, and the same words into the bare search index.</summary>
internal static class ImportFloor
{
    /// <summary>Writes each file's rows in one transaction.</summary>
    public static async Task Write(TestServices services, IEnumerable<IEnumerable<BareResource>> files) => await services.With<Store>(async store =>
    {
        await store.Execute("CREATE TABLE bench_resources AS SELECT * FROM catalog_resources WHERE 1 = 0", default);
        var id = 0L;
        foreach (var file in files)
        {
            var parsed = file.ToList();
            await using var transaction = await store.Database.BeginTransactionAsync();
            await using (var writer = await BulkWriter.Open(store, "bench_resources", default, Columns))
            {
                foreach (var row in parsed) await writer.Write(Values(++id, row));
                await writer.Complete(default);
            }
            await Words(store, id - parsed.Count, parsed);
            await transaction.CommitAsync();
        }
    });

    private static async Task Words(Store store, long id, List<BareResource> rows)
    {
        if (await store.Open(default) is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginTextImportAsync("COPY catalog_search (rowid, words) FROM STDIN");
            foreach (var row in rows) await copy.WriteAsync($"{++id}\t{Bigrams.Vectors(null, row.Name, row.Summary)[0]}\n");
            return;
        }
        await using var insert = (SqliteCommand)await store.Command("INSERT INTO catalog_search (rowid, words) VALUES (@id, @words)", default);
        var (rowid, words) = (insert.Parameters.Add("@id", SqliteType.Integer), insert.Parameters.Add("@words", SqliteType.Text));
        foreach (var row in rows)
        {
            (rowid.Value, words.Value) = (++id, Bigrams.Index(null, row.Name, row.Summary));
            insert.ExecuteNonQuery();
        }
    }

    private static readonly (string, BulkType)[] Columns =
    [
        ("id", BulkType.Number), ("code", BulkType.Text), ("national_code", BulkType.Text), ("name", BulkType.Text), ("name_key", BulkType.Text), ("provider_id", BulkType.Number),
        ("summary", BulkType.Text), ("theme", BulkType.Text), ("system_name", BulkType.Text), ("duty", BulkType.Text), ("formats", BulkType.Text), ("frequency", BulkType.Text),
        ("share", BulkType.Text), ("share_stated", BulkType.Flag), ("share_condition", BulkType.Text), ("share_reason", BulkType.Text), ("share_ways", BulkType.Text),
        ("open_type", BulkType.Text), ("data_level", BulkType.Text), ("data_updated_on", BulkType.Text), ("elements", BulkType.Text), ("state", BulkType.Text), ("version", BulkType.Small),
        ("edit", BulkType.Small), ("revision", BulkType.Number), ("import_id", BulkType.Number), ("created_at", BulkType.Number), ("changed_at", BulkType.Number),
    ];

    private static object?[] Values(long id, BareResource r) =>
        [id, null, null, r.Name, r.Name, 1L, r.Summary, r.Theme, r.More[0], r.More[1], r.Formats, r.Frequency, "Unconditional", false, r.More[2], "", r.More[3], r.OpenType, r.More[4], r.UpdatedOn, r.Elements, "Published", 1, 1, id, 1L, 1L, 1L];
}
