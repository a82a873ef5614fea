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
        var (count, blank, quoted) = (0, true, false);
        foreach (var c in text)
        {
            if (c == '\n' && !quoted)
            {
                if (!blank) counts.Add(count);
                (count, blank) = (0, true);
                if (counts.Count == 50) break;
                continue;
            }
            if (c == '"') quoted = !quoted;
            else if (c == delimiter && !quoted) count++;
            blank &= char.IsWhiteSpace(c);
        }
        if (!blank && counts.Count == 0) counts.Add(count);
        // Of all records, also those it does not cut: a character that only some of the texts hold separates nothing.
        var mode = counts.Where(n => n > 0).GroupBy(n => n).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
        return mode is null ? 0 : (double)mode.Count() / counts.Count * Math.Log2(2 + mode.Key);
    }
}
