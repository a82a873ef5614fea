namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Cells merged into one, by row number (from 1) and column (from 0).</summary>
internal readonly record struct Merge(int FromRow, int FromColumn, int ToRow, int ToColumn);

/// <summary>A header that was found.</summary>
/// <param name="Top">Number of its first row.</param>
/// <param name="Row">Number of its last row.</param>
/// <param name="Names">Column → (group or null, name).</param>
/// <param name="Score">From 0 to 1.</param>
internal sealed record FoundHeader(int Top, int Row, IReadOnlyDictionary<int, (string? Group, string Name)> Names, double Score);

/// <summary>
/// Finds the row of the column names: full like the data below it, of short different labels that do not come again below.
/// Titles and lines above are nearly empty rows; group heads over two rows are joined.
/// </summary>
internal static class HeaderFinder
{
    private const double LeastScore = 0.3;

    // So much better must a lower row be.
    private const double Margin = 1.3;

    public static FoundHeader? Find(IReadOnlyList<RawRow> rows, IReadOnlyList<Merge> merges, int? wanted)
    {
        var filled = rows.Select(r => (r.Number, Cells: Labels(r))).Where(r => r.Cells.Count > 0).ToList();
        FoundHeader? best = null;
        for (var i = 0; i < Math.Min(filled.Count, SheetLimits.HeaderSearch); i++)
        {
            if (wanted is { } number && filled[i].Number != number) continue;
            var below = filled.Skip(i + 1).Take(SheetLimits.HeaderSearch).Select(r => r.Cells).ToList();
            var names = filled[i].Cells.ToDictionary(c => c.Key, c => (Group: (string?)null, Name: c.Value));
            var score = Score(names, below);
            var found = new FoundHeader(filled[i].Number, filled[i].Number, names, score);
            if (i + 1 < filled.Count && HeaderGroups.Join(filled[i], filled[i + 1], merges) is { } joined && Score(joined, below[1..]) is var both && both >= score)
                found = new(filled[i].Number, filled[i + 1].Number, joined, both);
            // What a person says is the header is one, whatever it looks like.
            if (wanted is not null) return found;
            if (found.Score > (best?.Score * Margin ?? LeastScore)) best = found;
        }
        return best;
    }

    private static Dictionary<int, string> Labels(RawRow row)
    {
        var labels = new Dictionary<int, string>();
        for (var i = 0; i < row.Cells.Length; i++)
            if (HeaderText.Clean(row.Cells[i]) is { Length: > 0 } text) labels[i] = text;
        return labels;
    }

    private static double Score(Dictionary<int, (string? Group, string Name)> names, List<Dictionary<int, string>> below)
    {
        // As wide as most rows below: what stands beyond in a few is ragged.
        var width = below.SelectMany(r => r.Keys).GroupBy(c => c).Where(g => g.Count() * 2 > below.Count).Select(g => g.Key).Union(names.Keys).Count();
        var fill = (double)names.Count / width;
        var labels = (double)names.Values.Count(n => HeaderText.IsLabel(n.Name)) / names.Count;
        var different = (double)names.Values.Distinct().Count() / names.Count;
        var again = (double)names.Count(n => below.Any(r => r.GetValueOrDefault(n.Key) == n.Value.Name)) / names.Count;
        // Half of the cells may be odd, not most of them.
        return labels < 0.6 ? 0 : fill * labels * (0.5 + 0.5 * different) * (1 - again);
    }
}
