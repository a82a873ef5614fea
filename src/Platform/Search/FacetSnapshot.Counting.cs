using System.Buffers;

namespace Qingdan.Platform.Search;

public sealed partial class FacetSnapshot
{
    // The bit of a row that the search did not hit or that is gone; the others belong to the columns.
    private const uint Out = 1u << MostColumns;

    /// <summary>Counts what passes, in all and for each code of each column.</summary>
    /// <param name="filter">Allowed codes by column.</param>
    /// <param name="ids">Only these rows, the hits of a search; null for all.</param>
    public FacetCounts CountBy(FacetFilter filter, IReadOnlySet<long>? ids = null)
    {
        var (allowed, counts) = (Allowed(filter), new Tally([.. Enumerable.Range(0, Columns).Select(column => new int[Width(column)])]));
        if (ids is not null && ids.Count <= Count / Few)
            foreach (var id in ids)
                if (Find(id) is { } at) counts.Add(at, Stops(allowed, at));
        if (ids is null || ids.Count > Count / Few)
        {
            Walk(_old, _gone, allowed, ids, counts);
            Walk(_fresh, new HashSet<int>(), allowed, ids, counts);
        }
        return new(counts.Total, counts.ByColumn);
    }

    private static uint Stops((int Column, bool[] Codes)[] allowed, At at)
    {
        var stops = 0u;
        foreach (var (column, codes) in allowed)
            if (!codes[at.Block.Codes[column][at.Row]]) stops |= 1u << column;
        return stops;
    }

    // For each row the filters that stop it, a bit for each column: without branches, since no processor guesses them.
    private static void Walk(FacetBlock block, IReadOnlySet<int> gone, (int Column, bool[] Codes)[] allowed, IReadOnlySet<long>? ids, Tally counts)
    {
        var rented = ArrayPool<uint>.Shared.Rent(Math.Max(1, block.Count));
        var stops = rented.AsSpan(0, block.Count);
        try
        {
            stops.Clear();
            if (ids is not null)
                for (var i = 0; i < stops.Length; i++) stops[i] = ids.Contains(block.Ids[i]) ? 0 : Out;
            foreach (var row in gone) stops[row] = Out;
            foreach (var (column, passing) in allowed)
            {
                var bits = Array.ConvertAll(passing, passes => passes ? 0u : 1u << column);
                var codes = block.Codes[column].AsSpan(0, stops.Length);
                for (var i = 0; i < stops.Length; i++) stops[i] |= bits[codes[i]];
            }
            counts.Add(block, stops);
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(rented);
        }
    }

    // Counts on their way.
    private sealed class Tally(int[][] byColumn)
    {
        public int[][] ByColumn => byColumn;

        public int Total { get; private set; }

        public void Add(At at, uint stops)
        {
            if (stops == 0) Total++;
            for (var column = 0; column < byColumn.Length; column++)
                if ((stops & ~(1u << column)) == 0) byColumn[column][at.Block.Codes[column][at.Row]]++;
        }

        public void Add(FacetBlock block, Span<uint> stops)
        {
            Total += stops.Count(0u);
            for (var column = 0; column < byColumn.Length; column++)
            {
                var (counts, codes, others) = (byColumn[column], block.Codes[column], ~(1u << column));
                for (var i = 0; i < codes.Length; i++) counts[codes[i]] += (stops[i] & others) == 0 ? 1 : 0;
            }
        }
    }
}
