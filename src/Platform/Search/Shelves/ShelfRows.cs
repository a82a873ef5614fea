namespace Qingdan.Platform.Search.Shelves;

/// <summary>
/// The rows of a shelf at one moment: many that stand for long, by id, and what was written since. Orders and texts of the many are kept, so that a write does not make them anew.
/// </summary>
internal sealed class ShelfRows
{
    private readonly ShelfRow[] _old;
    private readonly IReadOnlyDictionary<long, ShelfRow?> _since;

    public ShelfRows(IEnumerable<ShelfRow> rows) => (_old, _since) = ([.. rows.OrderBy(r => r.Id)], new Dictionary<long, ShelfRow?>());

    private ShelfRows(ShelfRow[] old, IReadOnlyDictionary<long, ShelfRow?> since) => (_old, _since) = (old, since);

    /// <summary>The rows that stand for long; the same object until all are joined again.</summary>
    public ShelfRow[] Old => _old;

    /// <summary>Those of them that are gone or were written again.</summary>
    public IEnumerable<ShelfRow> Stale => _since.Keys.Select(Standing).OfType<ShelfRow>();

    /// <summary>The rows written since.</summary>
    public IEnumerable<ShelfRow> Fresh => _since.Values.OfType<ShelfRow>();

    /// <summary>Written rows, those that went among them.</summary>
    public int Written => _since.Count;

    /// <summary>True for one of the old rows that was not written again.</summary>
    public bool Stands(long old) => !_since.ContainsKey(old);

    /// <summary>The row of an id; null for none.</summary>
    public ShelfRow? Find(long id) => _since.TryGetValue(id, out var row) ? row : Standing(id);

    /// <summary>These rows with what was written; null for a row that went.</summary>
    public ShelfRows With(IEnumerable<KeyValuePair<long, ShelfRow?>> written)
    {
        var since = new Dictionary<long, ShelfRow?>(_since);
        foreach (var (id, row) in written) since[id] = row;
        return new(_old, since);
    }

    private ShelfRow? Standing(long id)
    {
        var (low, high) = (0, _old.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_old[middle].Id == id) return _old[middle];
            if (_old[middle].Id < id) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }
}
