namespace Qingdan.Platform.Search;

/// <summary>
/// The rows of a <see cref="FacetTable"/> at one moment: many that stand for long, and few written since, so that a write costs the same at a million rows as at a thousand.
/// </summary>
public sealed partial class FacetSnapshot
{
    // One hit in so many rows is few.
    private const int Few = 16;

    private readonly FacetBlock _old;
    private readonly HashSet<int> _gone;
    private readonly FacetBlock _fresh;

    private readonly int _mostFresh;

    private FacetSnapshot(FacetBlock old, HashSet<int> gone, FacetBlock fresh, int mostFresh) => (_old, _gone, _fresh, _mostFresh) = (old, gone, fresh, mostFresh);

    /// <summary>Most columns of a table.</summary>
    public const int MostColumns = 31;

    /// <summary>Number of rows.</summary>
    public int Count => _old.Count - _gone.Count + _fresh.Count;

    private int Columns => _old.Codes.Length;

    internal static FacetSnapshot Empty(int columns, int mostFresh) =>
        columns > MostColumns ? throw new ArgumentOutOfRangeException(nameof(columns)) : new(FacetBlock.Empty(columns), [], FacetBlock.Empty(columns), mostFresh);

    /// <summary>How many pass whose sort key is greater than this one: rows stand with the newest first, so only those are looked at.</summary>
    public int CountNewer(FacetFilter filter, IReadOnlySet<long>? ids, long sort)
    {
        var (allowed, count) = (Allowed(filter), 0);
        foreach (var at in Newest(allowed, ids))
        {
            if (at.Block.Sorts[at.Row] <= sort) break;
            count++;
        }
        return count;
    }

    /// <summary>Says of an id whether its row passes.</summary>
    public Predicate<long> Passing(FacetFilter filter)
    {
        var allowed = Allowed(filter);
        return id => Find(id) is { } at && Passes(allowed, at);
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
        var rows = ids is null || ids.Count > Count / Few ? newestFirst ? Newest(allowed, ids) : Oldest(allowed, ids) : Looked(allowed, ids, newestFirst);
        return [.. rows.Skip(skip).Take(take).Select(at => at.Block.Ids[at.Row])];
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
            if (Find(id) is { } at && Passes(allowed, at) && skip-- <= 0) page.Add(id);
        }
        return page;
    }

    /// <summary>The ids of what passes behind an id, by id: only so far as they are asked for.</summary>
    public IEnumerable<long> ById(FacetFilter filter, IReadOnlySet<long>? ids, long after)
    {
        var allowed = Allowed(filter);
        using var fresh = _fresh.ById(after).GetEnumerator();
        var more = fresh.MoveNext();
        foreach (var old in _old.ById(after))
        {
            for (; more && _fresh.Ids[fresh.Current] < _old.Ids[old]; more = fresh.MoveNext())
                if (Passes(allowed, new At(_fresh, fresh.Current), ids)) yield return _fresh.Ids[fresh.Current];
            if (!_gone.Contains(old) && Passes(allowed, new At(_old, old), ids)) yield return _old.Ids[old];
        }
        for (; more; more = fresh.MoveNext())
            if (Passes(allowed, new At(_fresh, fresh.Current), ids)) yield return _fresh.Ids[fresh.Current];
    }

    /// <summary>This snapshot without some rows and with others.</summary>
    internal FacetSnapshot With(IReadOnlyCollection<long> removed, IReadOnlyCollection<FacetRow> added)
    {
        var touched = removed.Concat(added.Select(r => r.Id)).ToHashSet();
        var gone = new HashSet<int>(_gone);
        foreach (var id in touched)
            if (_old.Place(id) is var row and >= 0) gone.Add(row);
        var stale = touched.Select(_fresh.Place).Where(row => row >= 0).ToHashSet();
        var fresh = _fresh.Merge(stale, FacetBlock.Of([.. added.GroupBy(r => r.Id).Select(g => g.Last())], Columns));
        return fresh.Count + gone.Count <= _mostFresh ? new(_old, gone, fresh, _mostFresh) : new(_old.Merge(gone, fresh), [], FacetBlock.Empty(Columns), _mostFresh);
    }

    private At? Find(long id) =>
        _fresh.Place(id) is var fresh and >= 0 ? new At(_fresh, fresh) : _old.Place(id) is var old and >= 0 && !_gone.Contains(old) ? new At(_old, old) : null;

    // Few hits are looked up one by one, which is nothing beside asking each row.
    private IEnumerable<At> Looked((int Column, bool[] Codes)[] allowed, IReadOnlySet<long> ids, bool newestFirst)
    {
        var rows = ids.Select(Find).OfType<At>().Where(at => Passes(allowed, at));
        return newestFirst ? rows.OrderByDescending(at => at.Key) : rows.OrderBy(at => at.Key);
    }

    private IEnumerable<At> Newest((int Column, bool[] Codes)[] allowed, IReadOnlySet<long>? ids)
    {
        var (old, fresh) = (0, 0);
        while (old < _old.Count || fresh < _fresh.Count)
        {
            var neu = fresh < _fresh.Count && (old == _old.Count || new At(_fresh, fresh).Key.CompareTo(new At(_old, old).Key) > 0);
            var at = neu ? new At(_fresh, fresh++) : new At(_old, old++);
            if ((neu || !_gone.Contains(at.Row)) && Passes(allowed, at, ids)) yield return at;
        }
    }

    private IEnumerable<At> Oldest((int Column, bool[] Codes)[] allowed, IReadOnlySet<long>? ids)
    {
        var (old, fresh) = (_old.Count - 1, _fresh.Count - 1);
        while (old >= 0 || fresh >= 0)
        {
            var neu = fresh >= 0 && (old < 0 || new At(_fresh, fresh).Key.CompareTo(new At(_old, old).Key) < 0);
            var at = neu ? new At(_fresh, fresh--) : new At(_old, old--);
            if ((neu || !_gone.Contains(at.Row)) && Passes(allowed, at, ids)) yield return at;
        }
    }

    private static bool Passes((int Column, bool[] Codes)[] allowed, At at, IReadOnlySet<long>? ids = null)
    {
        foreach (var (column, codes) in allowed)
            if (!codes[at.Block.Codes[column][at.Row]]) return false;
        // Last: looking into a set takes longer than all the codes.
        return ids is null || ids.Contains(at.Block.Ids[at.Row]);
    }

    private int Width(int column) => Math.Max(_old.Widths[column], _fresh.Widths[column]);

    private (int Column, bool[] Codes)[] Allowed(FacetFilter filter)
    {
        var allowed = filter.Select(f => (Column: f.Key, Codes: new bool[Width(f.Key)])).ToArray();
        foreach (var (column, codes) in allowed)
            foreach (var code in filter[column])
                if (code >= 0 && code < codes.Length) codes[code] = true;
        return allowed;
    }

    // A row of either block.
    private readonly record struct At(FacetBlock Block, int Row)
    {
        public (long Sort, long Id) Key => (Block.Sorts[Row], Block.Ids[Row]);
    }
}
