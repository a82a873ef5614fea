using System.Buffers;

namespace Qingdan.Platform.Search;

/// <summary>The rows of a <see cref="FacetTable"/> at one moment.</summary>
public sealed partial class FacetSnapshot
{
    // The bit of a row that the search did not hit; the others belong to the columns.
    private const uint NotAsked = 1u << MostColumns;

    // One hit in so many rows is few.
    private const int Few = 16;

    private readonly long[] _ids;
    private readonly long[] _sorts;
    private readonly int[][] _codes;
    private readonly int[] _width;
    private readonly Lazy<(long[] Ids, int[] Rows)> _places;

    private FacetSnapshot(long[] ids, long[] sorts, int[][] codes)
    {
        (_ids, _sorts, _codes) = (ids, sorts, codes);
        _width = [.. codes.Select(column => column.Length == 0 ? 0 : 1 + column.Max())];
        _places = new(() =>
        {
            var (sorted, rows) = (ids.ToArray(), Enumerable.Range(0, ids.Length).ToArray());
            Array.Sort(sorted, rows);
            return (sorted, rows);
        });
    }

    /// <summary>Most columns of a table.</summary>
    public const int MostColumns = 31;

    /// <summary>Number of rows.</summary>
    public int Count => _ids.Length;

    internal static FacetSnapshot Empty(int columns) => columns > MostColumns ? throw new ArgumentOutOfRangeException(nameof(columns)) : new([], [], [.. Enumerable.Range(0, columns).Select(_ => Array.Empty<int>())]);

    /// <summary>Counts what passes, in all and for each code of each column.</summary>
    /// <param name="filter">Allowed codes by column.</param>
    /// <param name="ids">Only these rows, the hits of a search; null for all.</param>
    public FacetCounts CountBy(FacetFilter filter, IReadOnlySet<long>? ids = null)
    {
        // For each row the filters that stop it, a bit for each column: without branches, since no processor guesses them.
        var stops = ArrayPool<uint>.Shared.Rent(Math.Max(1, Count));
        try
        {
            Stop(stops.AsSpan(0, Count), filter, ids);
            return new(stops.AsSpan(0, Count).Count(0u), [.. Enumerable.Range(0, _codes.Length).Select(column => CountColumn(column, stops))]);
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(stops);
        }
    }

    /// <summary>How many pass whose sort key is greater than this one: rows stand with the newest first, so only those are looked at.</summary>
    public int CountNewer(FacetFilter filter, IReadOnlySet<long>? ids, long sort)
    {
        var (allowed, count) = (Allowed(filter), 0);
        for (var i = 0; i < Count && _sorts[i] > sort; i++)
            if ((ids is null || ids.Contains(_ids[i])) && Passes(allowed, i)) count++;
        return count;
    }

    /// <summary>The ids of a page of what passes.</summary>
    /// <param name="filter">Allowed codes by column.</param>
    /// <param name="ids">Only these rows; null for all.</param>
    /// <param name="skip">Rows before the page.</param>
    /// <param name="take">Rows on the page.</param>
    /// <param name="newestFirst">Greatest sort key first, or last.</param>
    public IReadOnlyList<long> Page(FacetFilter filter, IReadOnlySet<long>? ids, int skip, int take, bool newestFirst = true)
    {
        var allowed = Allowed(filter);
        var page = new List<long>(Math.Min(take, 1000));
        if (ids is not null && ids.Count <= Count / Few)
        {
            var rows = ids.Select(Place).Where(row => row >= 0 && Passes(allowed, row));
            return [.. (newestFirst ? rows.Order() : rows.OrderDescending()).Skip(skip).Take(take).Select(row => _ids[row])];
        }
        for (var i = 0; i < Count && page.Count < take; i++)
        {
            var row = newestFirst ? i : Count - 1 - i;
            if (ids is not null && !ids.Contains(_ids[row])) continue;
            if (Passes(allowed, row) && skip-- <= 0) page.Add(_ids[row]);
        }
        return page;
    }

    /// <summary>The ids of a page of what passes, in an order given from outside.</summary>
    /// <param name="filter">Allowed codes by column.</param>
    /// <param name="ids">Only these rows; null for all.</param>
    /// <param name="order">Ids in their order; such as are not in the snapshot are left out.</param>
    /// <param name="backwards">From the end of the order.</param>
    /// <param name="skip">Rows before the page.</param>
    /// <param name="take">Rows on the page.</param>
    public IReadOnlyList<long> Page(FacetFilter filter, IReadOnlySet<long>? ids, long[] order, bool backwards, int skip, int take)
    {
        var allowed = Allowed(filter);
        var page = new List<long>(Math.Min(take, 1000));
        for (var i = 0; i < order.Length && page.Count < take; i++)
        {
            var id = order[backwards ? order.Length - 1 - i : i];
            if (ids is not null && !ids.Contains(id)) continue;
            if (Place(id) is var row and >= 0 && Passes(allowed, row) && skip-- <= 0) page.Add(id);
        }
        return page;
    }

    /// <summary>This snapshot without some rows and with others; linear in the rows, both sides being sorted.</summary>
    internal FacetSnapshot With(IReadOnlyCollection<long> removed, IReadOnlyCollection<FacetRow> added)
    {
        var fresh = added.GroupBy(r => r.Id).Select(g => g.Last()).OrderByDescending(r => r.Sort).ThenByDescending(r => r.Id).ToArray();
        var gone = new HashSet<long>(removed);
        foreach (var row in fresh) gone.Add(row.Id);
        var kept = new List<int>(Count);
        for (var i = 0; i < Count; i++)
            if (!gone.Contains(_ids[i])) kept.Add(i);
        var size = kept.Count + fresh.Length;
        var next = new FacetSnapshot.Builder(size, _codes.Length);
        var (old, neu) = (0, 0);
        while (old < kept.Count || neu < fresh.Length)
            if (neu == fresh.Length || (old < kept.Count && (_sorts[kept[old]], _ids[kept[old]]).CompareTo((fresh[neu].Sort, fresh[neu].Id)) > 0)) next.Add(this, kept[old++]);
            else next.Add(fresh[neu++]);
        return next.Build();
    }

    private void Stop(Span<uint> stops, FacetFilter filter, IReadOnlySet<long>? ids)
    {
        stops.Clear();
        if (ids is not null) Mark(stops, ids);
        foreach (var (column, allowed) in Allowed(filter))
        {
            var bits = Array.ConvertAll(allowed, passes => passes ? 0u : 1u << column);
            var codes = _codes[column].AsSpan(0, stops.Length);
            for (var i = 0; i < stops.Length; i++) stops[i] |= bits[codes[i]];
        }
    }

    // Few hits are looked up one by one, which is nothing beside asking each row.
    private void Mark(Span<uint> stops, IReadOnlySet<long> ids)
    {
        if (ids.Count > Count / Few)
        {
            for (var i = 0; i < stops.Length; i++) stops[i] = ids.Contains(_ids[i]) ? 0 : NotAsked;
            return;
        }
        stops.Fill(NotAsked);
        foreach (var id in ids)
            if (Place(id) is var row and >= 0) stops[row] = 0;
    }

    private int Place(long id) => Array.BinarySearch(_places.Value.Ids, id) is var place and >= 0 ? _places.Value.Rows[place] : -1;

    private int[] CountColumn(int column, uint[] stops)
    {
        var counts = new int[_width[column]];
        var (codes, others) = (_codes[column], ~(1u << column));
        for (var i = 0; i < codes.Length; i++) counts[codes[i]] += (stops[i] & others) == 0 ? 1 : 0;
        return counts;
    }

    private bool Passes((int Column, bool[] Codes)[] allowed, int row)
    {
        foreach (var (column, codes) in allowed)
            if (!codes[_codes[column][row]]) return false;
        return true;
    }

    private (int Column, bool[] Codes)[] Allowed(FacetFilter filter)
    {
        var allowed = filter.Select(f => (Column: f.Key, Codes: new bool[_width[f.Key]])).ToArray();
        foreach (var (column, codes) in allowed)
            foreach (var code in filter[column])
                if (code >= 0 && code < codes.Length) codes[code] = true;
        return allowed;
    }
}
