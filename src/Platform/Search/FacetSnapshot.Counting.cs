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
        var (allowed, counts) = (Allowed(filter), new FacetTally([.. Enumerable.Range(0, Columns).Select(Width)]));
        if (ids is null)
        {
            counts.Add(_old.Tallies.Of(allowed, () => Walk(_old, allowed)));
            foreach (var row in _gone) counts.Add(_old, row, Stops(allowed, new At(_old, row)), -1);
            counts.Add(Walk(_fresh, allowed));
        }
        else if (ids.Count <= Count / Few)
        {
            foreach (var id in ids)
                if (Find(id) is { } at) counts.Add(at.Block, at.Row, Stops(allowed, at));
        }
        else
        {
            counts.Add(Walk(_old, allowed, row => _gone.Contains(row) || !ids.Contains(_old.Ids[row])));
            counts.Add(Walk(_fresh, allowed, row => !ids.Contains(_fresh.Ids[row])));
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
    private static FacetTally Walk(FacetBlock block, (int Column, bool[] Codes)[] allowed, Func<int, bool>? without = null)
    {
        var tally = new FacetTally(block.Widths);
        var rented = ArrayPool<uint>.Shared.Rent(Math.Max(1, block.Count));
        var stops = rented.AsSpan(0, block.Count);
        try
        {
            stops.Clear();
            if (without is not null)
                for (var i = 0; i < stops.Length; i++) stops[i] = without(i) ? Out : 0;
            foreach (var (column, passing) in allowed)
            {
                var bits = Array.ConvertAll(passing, passes => passes ? 0u : 1u << column);
                var codes = block.Codes[column].AsSpan(0, stops.Length);
                for (var i = 0; i < stops.Length; i++) stops[i] |= bits[codes[i]];
            }
            tally.Add(block, stops);
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(rented);
        }
        return tally;
    }
}
