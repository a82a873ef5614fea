using System.Data.Common;
using System.Globalization;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Search.Shelves;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The rows of the 责任清单 in memory; one statement to bring them up to date.</summary>
internal sealed class EntryShelf(TimeProvider clock) : IDisposable
{
    /// <summary>The columns of values.</summary>
    public const int Provider = 0, State = 1, Share = 2, Frequency = 3, Basis = 4;

    private const string Sql = "SELECT id, provider_id, state, share, share_stated, frequency, name, code, number, changed_at, revision FROM lists_entries WHERE revision > @since";

    // Writers of the lists take turns, so what commits later has later revisions, however long it took; only clocks of several nodes differ, by less than this.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    private readonly Shelf<EntryShelfRow> _shelf = new(5);
    private long _newest;

    /// <summary>The rows as the store has them now.</summary>
    public Task<ShelfMoment<EntryShelfRow>> Now(Store store, CancellationToken cancel) => _shelf.Now(
        () => store.Query(Sql, Put, CancellationToken.None, ("since", Math.Min(_newest, IdSource.Floor(clock.GetUtcNow() - Skew)))), cancel);

    public void Dispose() => _shelf.Dispose();

    private bool Put(DbDataReader r)
    {
        var (id, provider, state, revision) = (r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetInt64(10));
        if (!_shelf.Misses(id, revision)) return false;
        _newest = Math.Max(_newest, revision);
        var share = r.IsDBNull(3) ? "" : r.GetString(3);
        var basis = share.Length == 0 ? "" : r.GetBoolean(4) ? EntryFilter.Stated : EntryFilter.Inferred;
        var audience = state switch { nameof(EntryState.InForce) => Audience.Everybody, nameof(EntryState.Dropped) => Audience.Nobody, _ => Audience.Group };
        _shelf.Put(
            new EntryShelfRow(id, revision, r.GetString(6), provider, r.GetString(7), r.IsDBNull(8) ? "" : r.GetString(8)), r.GetInt64(9), audience,
            provider.ToString(CultureInfo.InvariantCulture), state, share, r.IsDBNull(5) ? "" : r.GetString(5), basis);
        return true;
    }
}

/// <summary>What words and orders need of an entry.</summary>
internal sealed record EntryShelfRow(long Id, long Revision, string Name, long Provider, string Code, string Number) : ShelfRow(Id, Revision, Name, Provider)
{
    /// <summary>True when all words are in name, code or number.</summary>
    public bool Says(IReadOnlyList<string> words)
    {
        foreach (var word in words)
            if (!Name.Contains(word, StringComparison.OrdinalIgnoreCase) && !Code.Contains(word, StringComparison.OrdinalIgnoreCase) && !Number.Contains(word, StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }
}
