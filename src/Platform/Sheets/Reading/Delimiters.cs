namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Finds what separates the cells of a text.</summary>
internal static class Delimiters
{
    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    /// <summary>The candidate that cuts the first records into the same number of cells most often; a comma when none does.</summary>
    public static char Find(TextReader text)
    {
        var buffer = new char[64 * 1024];
        var start = buffer.AsSpan(0, text.ReadBlock(buffer));
        // Excel's own way to name it: a first line of `sep=;`.
        if (start.TrimStart('\ufeff') is var line && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length > 4) return line[4];
        var (best, bestScore) = (',', 0d);
        foreach (var candidate in Candidates)
            if (Score(start, candidate) is var score && score > bestScore) (best, bestScore) = (candidate, score);
        return best;
    }

    private static double Score(ReadOnlySpan<char> text, char delimiter)
    {
        var counts = new List<int>();
        var (count, quoted) = (0, false);
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c == delimiter) count++;
            else if (c == '\n')
            {
                if (count > 0 || counts.Count > 0) counts.Add(count);
                count = 0;
                if (counts.Count == 50) break;
            }
        }
        if (counts.Count == 0 && count > 0) counts.Add(count);
        if (counts.Count == 0) return 0;
        var mode = counts.GroupBy(n => n).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First();
        return mode.Key == 0 ? 0 : (double)mode.Count() / counts.Count * Math.Log2(2 + mode.Key);
    }
}
