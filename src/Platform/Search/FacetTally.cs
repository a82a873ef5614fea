using System.Collections.Concurrent;
using System.Text;

namespace Qingdan.Platform.Search;

/// <summary>Counts on their way: rows that pass, and for each column and code those that pass all filters but the column's own.</summary>
internal sealed class FacetTally(int[] widths)
{
    public int[][] ByColumn { get; } = Array.ConvertAll(widths, width => new int[width]);

    public int Total { get; private set; }

    /// <summary>Adds a row, or with -1 takes it off. <paramref name="stops"/>: the columns whose filter it does not pass, a bit each.</summary>
    public void Add(FacetBlock block, int row, uint stops, int by = 1)
    {
        if (stops == 0) Total += by;
        for (var column = 0; column < ByColumn.Length; column++)
            if ((stops & ~(1u << column)) == 0) ByColumn[column][block.Codes[column][row]] += by;
    }

    /// <summary>Adds all rows of a block.</summary>
    public void Add(FacetBlock block, ReadOnlySpan<uint> stops)
    {
        Total += stops.Count(0u);
        for (var column = 0; column < ByColumn.Length; column++)
        {
            var (counts, codes, others) = (ByColumn[column], block.Codes[column], ~(1u << column));
            for (var i = 0; i < codes.Length; i++) counts[codes[i]] += (stops[i] & others) == 0 ? 1 : 0;
        }
    }

    /// <summary>Adds other counts; the codes of these go at least as far.</summary>
    public void Add(FacetTally other)
    {
        Total += other.Total;
        for (var column = 0; column < ByColumn.Length; column++)
            for (var code = 0; code < other.ByColumn[column].Length; code++) ByColumn[column][code] += other.ByColumn[column][code];
    }
}

/// <summary>What was counted in a block, by the filter: rows that stand for long are counted once for each way people look at them.</summary>
internal sealed class KeptTallies
{
    private const int Most = 128;

    private readonly ConcurrentDictionary<string, FacetTally> _kept = new(StringComparer.Ordinal);

    /// <summary>The counts for a filter; counted now when they are not known.</summary>
    public FacetTally Of((int Column, bool[] Codes)[] allowed, Func<FacetTally> count)
    {
        var key = Key(allowed);
        if (_kept.TryGetValue(key, out var known)) return known;
        if (_kept.Count >= Most) _kept.Clear();
        return _kept[key] = count();
    }

    private static string Key((int Column, bool[] Codes)[] allowed)
    {
        var key = new StringBuilder();
        foreach (var (column, codes) in allowed.OrderBy(a => a.Column))
        {
            key.Append('|').Append(column).Append(':');
            for (var code = 0; code < codes.Length; code++)
                if (codes[code]) key.Append(code).Append(',');
        }
        return key.ToString();
    }
}
