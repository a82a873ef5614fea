using Qingdan.Platform.Ids;

namespace Qingdan.Platform.Search.Shelves;

/// <summary>
/// The rows of a table in memory, as its pages need them: codes to filter and count by, words and orders; counting 77,000 rows by seven columns takes a millisecond here,
/// a second in SQL. Read whole once, then only what was written since; the store stays the truth.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="columns">How many columns of values; the first is the group, whose people see what others do not.</param>
/// <param name="mostFresh">So many written rows stand by themselves before all are joined.</param>
public sealed class Shelf(TimeProvider clock, int columns, int mostFresh = 4_096) : IDisposable
{
    /// <summary>What is this young is read again: writers draw revisions before they commit, and clocks of several nodes differ.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly FacetTable _table = new(columns + 1, mostFresh);
    private readonly ShelfCodes[] _codes = [.. Enumerable.Range(0, columns).Select(_ => new ShelfCodes())];
    private readonly Dictionary<long, ShelfRow> _rows = [];
    private readonly List<FacetRow> _changed = [];
    private readonly Dictionary<long, ShelfRow?> _written = [];
    private ShelfRows _standing = new([]);
    private ShelfOrders _orders = new(new([]));
    private ShelfTexts _texts = new(new([]));
    private long _newest = long.MinValue, _read;

    /// <summary>The rows as the store has them now.</summary>
    /// <param name="read">Reads what has a revision above the one it is given and puts it in. To its end even when the asker has left: rows read and not taken over would be missing from then on.</param>
    /// <param name="cancel">Ends the waiting for another reader.</param>
    public async Task<ShelfMoment> Now(Func<long, Task> read, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            try
            {
                _read = _newest;
                await read(Math.Min(_newest, IdSource.Floor(clock.GetUtcNow() - Overlap)));
                // Rows come in no order: only when all have been read is everything up to the newest known.
                _newest = _read;
            }
            finally
            {
                TakeOver();
            }
            return new ShelfMoment(_table.Now, [.. _codes.Select(c => c.Now)], _orders, _texts);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>False when the row is there as it was last written.</summary>
    public bool Misses(long id, long revision) => !_rows.TryGetValue(id, out var known) || known.Revision != revision;

    /// <summary>Puts a row in, or in place of an earlier one of its id; only while reading.</summary>
    /// <param name="row">What is kept of it beside the codes.</param>
    /// <param name="sort">Greater is newer.</param>
    /// <param name="audience">Who sees it.</param>
    /// <param name="values">A value for each column; empty for none.</param>
    public void Put(ShelfRow row, long sort, Audience audience, params ReadOnlySpan<string> values)
    {
        var codes = new int[columns + 1];
        for (var column = 0; column < columns; column++) codes[column] = _codes[column].Of(values[column]);
        codes[columns] = ShelfMoment.Code(audience, codes[0]);
        _read = Math.Max(_read, row.Revision);
        _rows[row.Id] = row;
        _written[row.Id] = row;
        _changed.Add(new FacetRow(row.Id, sort, codes));
    }

    /// <summary>Takes a row out, whose going has a revision too; only while reading. One that is not there does not matter.</summary>
    public void Remove(long id, long revision)
    {
        _read = Math.Max(_read, revision);
        if (_rows.Remove(id)) _written[id] = null;
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    // What was read before a failure too: it counts as known.
    private void TakeOver()
    {
        if (_written.Count == 0) return;
        _table.Upsert(_changed);
        _table.Remove([.. _written.Where(w => w.Value is null).Select(w => w.Key)]);
        _standing = _standing.Written + _written.Count <= mostFresh ? _standing.With(_written) : new ShelfRows(_rows.Values);
        (_orders, _texts) = (new ShelfOrders(_standing, _orders), new ShelfTexts(_standing, _texts));
        _changed.Clear();
        _written.Clear();
    }
}

/// <summary>Who sees a row.</summary>
public enum Audience
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>Everybody.</summary>
    Everybody,

    /// <summary>The people of its group, and those who see all.</summary>
    Group,

    /// <summary>The people of its group alone.</summary>
    Own,
}
