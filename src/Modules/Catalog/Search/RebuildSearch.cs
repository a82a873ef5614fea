using Qingdan.Catalog.Quality;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Search;

/// <summary>
/// Makes the search index and the findings of the catalogue anew from its rows: after a restore of a damaged store, or when somebody doubts them.
/// In slices, each a short transaction, so that people go on working; what is not yet done is found as before.
/// </summary>
internal sealed class RebuildSearch(Store store, SearchBulk search, ChecksDue checks, CheckResources check)
{
    private const int Slice = 2_000;

    /// <summary>Rebuilds all; <paramref name="progress"/> is told how many resources are indexed. Returns how many there were.</summary>
    public async Task<long> Run(Func<long, Task> progress, CancellationToken cancel)
    {
        await store.Execute("DELETE FROM catalog_search WHERE rowid NOT IN (SELECT id FROM catalog_resources)", cancel);
        var (done, after) = (0L, 0L);
        while (await Index(after, cancel) is { Count: > 0 } ids)
        {
            await progress(done += ids.Count);
            after = ids[^1];
        }
        await checks.All(cancel);
        await check.Run(_ => Task.CompletedTask, cancel);
        return done;
    }

    private async Task<List<long>> Index(long after, CancellationToken cancel)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        // Nobody writes a row between its reading and its indexing: SQLite has one writer, PostgreSQL locks.
        var rows = await store.Query(
            $"SELECT id, code, name, summary FROM catalog_resources WHERE id > @after AND state <> 'Staged' ORDER BY id LIMIT {Slice}{(store.Engine == Engine.Postgres ? " FOR UPDATE" : "")}",
            r => (Id: r.GetInt64(0), Code: r.IsDBNull(1) ? null : r.GetString(1), Name: r.GetString(2), Summary: r.GetString(3)), cancel, ("after", after));
        if (rows.Count == 0) return [];
        var ids = rows.ConvertAll(r => r.Id);
        var items = (await store.Query(
            "SELECT resource_id, name FROM catalog_items WHERE resource_id BETWEEN @first AND @last ORDER BY resource_id, place", r => (Resource: r.GetInt64(0), Name: r.GetString(1)), cancel, ("first", ids[0]), ("last", ids[^1])))
            .ToLookup(i => i.Resource, i => new ItemContent { Name = i.Name });
        await search.Remove(ids, cancel);
        await search.Add(search.Words(rows.Select(r => (r.Id, r.Code, new ResourceContent { Name = r.Name, Summary = r.Summary, Items = [.. items[r.Id]] }))), cancel);
        await transaction.CommitAsync(cancel);
        return ids;
    }
}
