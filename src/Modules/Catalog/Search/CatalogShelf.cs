using System.Data.Common;
using System.Globalization;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search.Shelves;

namespace Qingdan.Catalog.Search;

/// <summary>The catalogue's rows in memory. Columns are those of <see cref="CatalogQuery.FacetKeys"/>.</summary>
internal sealed class CatalogShelf(TimeProvider clock) : IDisposable
{
    private const string Sql = "SELECT id, provider_id, share, share_stated, state, frequency, open_type, theme, data_level, system_name, name, changed_at, revision FROM catalog_resources WHERE state <> 'Staged' AND";

    private readonly Shelf _shelf = new(clock, CatalogQuery.FacetKeys.Length);
    private long _finished = long.MaxValue;

    /// <summary>The rows as the store has them now.</summary>
    public Task<ShelfMoment> Now(Store store, CancellationToken cancel) => _shelf.Now(since => Read(store, since), cancel);

    public void Dispose() => _shelf.Dispose();

    private async Task Read(Store store, long since)
    {
        var until = clock.GetUtcNow() - Shelf.Overlap;
        await store.Query($"{Sql} revision > @since", Put, CancellationToken.None, ("since", since));
        // An import makes all its rows visible in one transaction, which may take longer than the overlap: they are found by the instant it finished, noted last.
        var imports = await store.Query("SELECT id FROM catalog_imports WHERE finished_at > @finished", r => r.GetInt64(0), CancellationToken.None, ("finished", _finished));
        if (imports.Count > 0) await store.Query($"{Sql} import_id <> 0 AND import_id IN ({string.Join(',', imports)})", Put, CancellationToken.None);
        _finished = until.ToUnixTimeMilliseconds();
    }

    private bool Put(DbDataReader r)
    {
        var (id, revision, provider) = (r.GetInt64(0), r.GetInt64(12), r.GetInt64(1));
        if (!_shelf.Misses(id, revision)) return false;
        var share = r.IsDBNull(2) ? "" : r.GetBoolean(3) ? r.GetString(2) : CatalogQuery.Inferred + r.GetString(2);
        var audience = Enum.Parse<ResourceState>(r.GetString(4)) switch
        {
            ResourceState.Removed => Audience.Nobody,
            ResourceState.Draft or ResourceState.InReview => Audience.Group,
            _ => Audience.Everybody,
        };
        _shelf.Put(
            new ShelfRow(id, revision, r.GetString(10), provider), r.GetInt64(11), audience,
            [provider.ToString(CultureInfo.InvariantCulture), share, .. Enumerable.Range(4, 6).Select(i => r.IsDBNull(i) ? "" : r.GetString(i).Trim())]);
        return true;
    }
}
