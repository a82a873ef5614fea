using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Search;

/// <summary>Keeps the search rows of single resources true; imports write theirs in bulk.</summary>
internal sealed class SearchWriter(Store store)
{
    /// <summary>Replaces the search row of a resource, within the caller's transaction.</summary>
    public async Task Write(Resource row, ResourceContent content, CancellationToken cancel)
    {
        string?[] fields = [row.Code, content.Name, content.Summary, .. content.Items.Select(i => i.Name)];
        await store.Execute("DELETE FROM catalog_search WHERE rowid = @id", cancel, ("id", row.Id));
        if (store.Engine == Engine.Sqlite) await store.Execute("INSERT INTO catalog_search (rowid, words) VALUES (@id, @words)", cancel, ("id", row.Id), ("words", Bigrams.Index(fields)));
        else await store.Execute("INSERT INTO catalog_search (rowid, words) VALUES (@id, @words::tsvector)", cancel, ("id", row.Id), ("words", Bigrams.Vector(out _, fields)));
    }
}
