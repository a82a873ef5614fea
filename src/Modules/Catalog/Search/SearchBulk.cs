using Microsoft.Data.Sqlite;
using Npgsql;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Search;

/// <summary>Writes and removes the search rows of many resources at once, within the caller's transaction.</summary>
internal sealed class SearchBulk(Store store)
{
    /// <summary>What will be written for resources: made before the transaction begins, since cutting texts takes longer than writing them.</summary>
    public IReadOnlyList<SearchRow> Words(IEnumerable<(long Id, string? Code, ResourceContent Content)> resources) => store.Engine == Engine.Sqlite
        ? [.. resources.Select(r => new SearchRow(r.Id, Bigrams.Index(Fields(r.Code, r.Content)), false))]
        : [.. resources.Select(r => (r.Id, Vectors: Bigrams.Vectors(Fields(r.Code, r.Content)))).SelectMany(r => r.Vectors, (r, vector) => new SearchRow(r.Id, vector, r.Vectors.Count > 1))];

    /// <summary>Adds rows for resources that have none yet.</summary>
    public async Task Add(IReadOnlyList<SearchRow> rows, CancellationToken cancel)
    {
        var connection = await store.Open(cancel);
        if (connection is NpgsqlConnection postgres)
        {
            // Tokens are letters and digits only: nothing in them needs escaping.
            await using var copy = await postgres.BeginTextImportAsync("COPY catalog_search (rowid, words, several) FROM STDIN", cancel);
            foreach (var (id, vector, several) in rows) await copy.WriteAsync($"{id}\t{vector}\t{(several ? 't' : 'f')}\n");
            return;
        }
        await using var insert = ((SqliteConnection)connection).CreateCommand();
        insert.Transaction = (SqliteTransaction?)store.Transaction();
        insert.CommandText = "INSERT INTO catalog_search (rowid, words) VALUES (@id, @words)";
        var (rowid, words) = (insert.Parameters.Add("@id", SqliteType.Integer), insert.Parameters.Add("@words", SqliteType.Text));
        foreach (var (id, text, _) in rows)
        {
            (rowid.Value, words.Value) = (id, text);
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Removes the rows of resources.</summary>
    public Task Remove(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        store.Execute($"DELETE FROM catalog_search WHERE rowid IN ({string.Join(',', ids)})", cancel);

    private static string?[] Fields(string? code, ResourceContent content) =>
        [content.Name, content.Summary == content.Name ? null : content.Summary, code, .. content.Items.Select(i => i.Name)];
}

/// <summary>One row of the index.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Words">As the engine takes them.</param>
/// <param name="Several">True when the resource has further rows.</param>
internal sealed record SearchRow(long Id, string Words, bool Several);
