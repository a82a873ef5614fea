using Microsoft.Data.Sqlite;
using Npgsql;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Search;

/// <summary>Writes and removes the search rows of many resources at once, within the caller's transaction.</summary>
internal sealed class SearchBulk(Store store)
{
    /// <summary>Adds rows for resources that have none yet.</summary>
    public async Task Add(IEnumerable<(long Id, string? Code, ResourceContent Content)> resources, CancellationToken cancel)
    {
        var connection = await store.Open(cancel);
        if (connection is NpgsqlConnection postgres)
        {
            // Tokens are letters and digits only: nothing in them needs escaping.
            await using var copy = await postgres.BeginTextImportAsync("COPY catalog_search (rowid, words) FROM STDIN", cancel);
            foreach (var (id, code, content) in resources)
                foreach (var vector in Bigrams.Vectors(Fields(code, content))) await copy.WriteAsync($"{id}\t{vector}\n");
            return;
        }
        await using var insert = ((SqliteConnection)connection).CreateCommand();
        insert.Transaction = (SqliteTransaction?)store.Transaction();
        insert.CommandText = "INSERT INTO catalog_search (rowid, words) VALUES (@id, @words)";
        var (rowid, words) = (insert.Parameters.Add("@id", SqliteType.Integer), insert.Parameters.Add("@words", SqliteType.Text));
        foreach (var (id, code, content) in resources)
        {
            (rowid.Value, words.Value) = (id, Bigrams.Index(Fields(code, content)));
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Removes the rows of resources.</summary>
    public Task Remove(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        store.Execute($"DELETE FROM catalog_search WHERE rowid IN ({string.Join(',', ids)})", cancel);

    private static string?[] Fields(string? code, ResourceContent content) =>
        [content.Name, content.Summary == content.Name ? null : content.Summary, code, .. content.Items.Select(i => i.Name)];
}
