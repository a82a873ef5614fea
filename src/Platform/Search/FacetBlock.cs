namespace Qingdan.Platform.Search;

/// <summary>Rows of a <see cref="FacetTable"/>, columns beside columns, the newest first; never changed.</summary>
internal sealed class FacetBlock
{
    private readonly Lazy<Dictionary<long, int>> _places;
    private readonly Lazy<(long[] Ids, int[] Rows)> _byId;

    private FacetBlock(long[] ids, long[] sorts, int[][] codes)
    {
        (Ids, Sorts, Codes) = (ids, sorts, codes);
        Widths = [.. codes.Select(column => column.Length == 0 ? 0 : 1 + column.Max())];
        _places = new(() =>
        {
            var places = new Dictionary<long, int>(ids.Length);
            for (var row = 0; row < ids.Length; row++) places[ids[row]] = row;
            return places;
        });
        _byId = new(() =>
        {
            var (sorted, rows) = (ids.ToArray(), Enumerable.Range(0, ids.Length).ToArray());
            Array.Sort(sorted, rows);
            return (sorted, rows);
        });
    }

    public long[] Ids { get; }

    public long[] Sorts { get; }

    public int[][] Codes { get; }

    /// <summary>For each column one more than its greatest code.</summary>
    public int[] Widths { get; }

    public int Count => Ids.Length;

    /// <summary>What was counted in it.</summary>
    public KeptTallies Tallies { get; } = new();

    public static FacetBlock Empty(int columns) => new([], [], [.. Enumerable.Range(0, columns).Select(_ => Array.Empty<int>())]);

    /// <summary>The row of an id; -1 for none.</summary>
    public int Place(long id) => _places.Value.TryGetValue(id, out var row) ? row : -1;

    /// <summary>The rows behind an id, by id.</summary>
    public IEnumerable<int> ById(long after)
    {
        var (ids, rows) = _byId.Value;
        var place = Array.BinarySearch(ids, after);
        for (var i = place < 0 ? ~place : place + 1; i < rows.Length; i++) yield return rows[i];
    }

    /// <summary>These rows without some, and with those of another block; linear in both, which are sorted.</summary>
    public FacetBlock Merge(IReadOnlySet<int> gone, FacetBlock fresh)
    {
        var next = new Builder(Count - gone.Count + fresh.Count, Codes.Length);
        var (old, neu) = (0, 0);
        while (old < Count || neu < fresh.Count)
            if (old < Count && gone.Contains(old)) old++;
            else if (neu == fresh.Count || (old < Count && (Sorts[old], Ids[old]).CompareTo((fresh.Sorts[neu], fresh.Ids[neu])) > 0)) next.Add(this, old++);
            else next.Add(fresh, neu++);
        return next.Build();
    }

    /// <summary>Rows in any order, each id once.</summary>
    public static FacetBlock Of(IReadOnlyCollection<FacetRow> rows, int columns)
    {
        var next = new Builder(rows.Count, columns);
        foreach (var row in rows.OrderByDescending(r => r.Sort).ThenByDescending(r => r.Id)) next.Add(row);
        return next.Build();
    }

    private sealed class Builder(int size, int columns)
    {
        private readonly long[] _ids = new long[size];
        private readonly long[] _sorts = new long[size];
        private readonly int[][] _codes = [.. Enumerable.Range(0, columns).Select(_ => new int[size])];
        private int _next;

        public void Add(FacetBlock from, int row)
        {
            (_ids[_next], _sorts[_next]) = (from.Ids[row], from.Sorts[row]);
            for (var c = 0; c < columns; c++) _codes[c][_next] = from.Codes[c][row];
            _next++;
        }

        public void Add(FacetRow row)
        {
            if (row.Codes.Count != columns || row.Codes.Any(code => code < 0)) throw new ArgumentException("A row has one code from 0 for each column.", nameof(row));
            (_ids[_next], _sorts[_next]) = (row.Id, row.Sort);
            for (var c = 0; c < columns; c++) _codes[c][_next] = row.Codes[c];
            _next++;
        }

        public FacetBlock Build() => new(_ids, _sorts, _codes);
    }
}
