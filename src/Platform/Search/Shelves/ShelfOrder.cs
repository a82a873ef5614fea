namespace Qingdan.Platform.Search.Shelves;

/// <summary>The old rows of a shelf in one order, kept while they stand; what was written since is put in at its place.</summary>
/// <param name="old">The old rows.</param>
/// <param name="compare">The order; of no two rows 0.</param>
internal sealed class ShelfOrder(ShelfRow[] old, Comparer<ShelfRow> compare)
{
    private readonly Lazy<(ShelfRow[] Rows, long[] Ids)> _sorted = new(() =>
    {
        var sorted = old.ToArray();
        Array.Sort(sorted, compare);
        return (sorted, Array.ConvertAll(sorted, row => row.Id));
    });

    /// <summary>True when this is the order of these old rows.</summary>
    public bool Of(ShelfRow[] rows) => ReferenceEquals(rows, old);

    /// <summary>The ids of all rows.</summary>
    public long[] Ids(ShelfRows rows)
    {
        if (rows.Written == 0) return _sorted.Value.Ids;
        // Whole stretches of what stands are copied between the places where something goes or comes.
        var (sorted, ids) = _sorted.Value;
        var steps = rows.Stale.Select(row => (Row: row, Comes: false)).Concat(rows.Fresh.Select(row => (Row: row, Comes: true))).OrderBy(step => step.Row, compare).ThenBy(step => step.Comes).ToList();
        var next = new long[ids.Length + steps.Sum(step => step.Comes ? 1 : -1)];
        var (from, to) = (0, 0);
        foreach (var (row, comes) in steps)
        {
            var at = Array.BinarySearch(sorted, row, compare);
            // One that was written again under the same name stands where it stood.
            var place = at < 0 ? ~at : comes ? at + 1 : at;
            Array.Copy(ids, from, next, to, place - from);
            (to, from) = (to + place - from, comes ? place : place + 1);
            if (comes) next[to++] = row.Id;
        }
        Array.Copy(ids, from, next, to, ids.Length - from);
        return next;
    }
}
