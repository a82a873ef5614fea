using System.Data.Common;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Search.Shelves;

namespace Qingdan.Lists.Shelves;

/// <summary>The rows of one list in memory.</summary>
/// <param name="clock">The clock.</param>
/// <param name="columns">How many columns of values.</param>
/// <param name="table">The list's table.</param>
/// <param name="fields">What is read of a row beside its id, revision and the instant of its change.</param>
internal abstract class ListShelf(TimeProvider clock, int columns, string table, string fields) : IDisposable
{
    /// <summary>The number of fields before those of the list.</summary>
    protected const int First = 3;

    // Writers draw revisions before they commit, and clocks of several nodes differ: what is this young is read again.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private readonly Shelf _shelf = new(columns);
    private long _newest, _read;

    /// <summary>The rows as the store has them now.</summary>
    public Task<ShelfMoment> Now(Store store, CancellationToken cancel) => _shelf.Now(() => CatchUp(store), cancel);

    public void Dispose() => _shelf.Dispose();

    /// <summary>Reads what was written after a revision.</summary>
    protected virtual Task Read(Store store, Shelf shelf, long since) =>
        store.Query($"SELECT id, revision, changed_at, {fields} FROM {table} WHERE revision > @since", r => Take(r, shelf), CancellationToken.None, ("since", since));

    /// <summary>Puts one row in.</summary>
    protected abstract void Put(Shelf shelf, long id, long revision, DbDataReader r);

    // Rows come in no order: only when all have been read is everything up to the newest known.
    private async Task CatchUp(Store store)
    {
        _read = _newest;
        await Read(store, _shelf, Math.Min(_newest, IdSource.Floor(clock.GetUtcNow() - Overlap)));
        _newest = _read;
    }

    private bool Take(DbDataReader r, Shelf shelf)
    {
        var (id, revision) = (r.GetInt64(0), r.GetInt64(1));
        if (!shelf.Misses(id, revision)) return false;
        _read = Math.Max(_read, revision);
        Put(shelf, id, revision, r);
        return true;
    }
}
