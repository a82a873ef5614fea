namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Headers over two rows: groups above, names below; columns without a group have their name in either row.</summary>
internal static class HeaderGroups
{
    /// <summary>The joined names, or null when the two rows are no such header.</summary>
    public static Dictionary<int, (string? Group, string Name)>? Join((int Number, Dictionary<int, string> Cells) top, (int Number, Dictionary<int, string> Cells) lower, IReadOnlyList<Merge> merges)
    {
        if (top.Cells.Count == 0 || lower.Number != top.Number + 1) return null;
        var spans = merges.Count > 0 ? Merged(top, merges) : Spread(top.Cells, lower.Cells);
        // A title over the whole table is no group, and without any group the rows do not belong together.
        var width = top.Cells.Keys.Union(lower.Cells.Keys).ToList();
        if (!spans.Exists(s => Inside(s, lower.Cells) >= 2 && Inside(s, lower.Cells) < width.Count)) return null;
        var joined = new Dictionary<int, (string? Group, string Name)>();
        foreach (var column in width.Order())
        {
            var span = spans.Find(s => s.From <= column && column <= s.To);
            var name = lower.Cells.GetValueOrDefault(column);
            var own = top.Cells.GetValueOrDefault(column);
            if (name is null || name == own) joined[column] = (null, own ?? name!);
            else joined[column] = (span.Text ?? own, name);
        }
        // In a header no name stands twice under one group; in rows of data values do.
        return joined.Values.Distinct().Count() == joined.Count && joined.Values.All(n => HeaderText.IsLabel(n.Name)) ? joined : null;
    }

    private static int Inside((int From, int To, string? Text) span, Dictionary<int, string> lower) =>
        lower.Keys.Count(c => span.From <= c && c <= span.To);

    private static List<(int From, int To, string? Text)> Merged((int Number, Dictionary<int, string> Cells) top, IReadOnlyList<Merge> merges) =>
        [.. from merge in merges
            where merge.FromRow <= top.Number && top.Number <= merge.ToRow && merge.ToRow == top.Number && merge.ToColumn > merge.FromColumn
            where top.Cells.ContainsKey(merge.FromColumn)
            select (merge.FromColumn, merge.ToColumn, (string?)top.Cells[merge.FromColumn])];

    // Texts know no merged cells: a group reaches over the empty cells at its right that have a name below. To be taken for a header, such a top row
    // must be rather empty, and some column must have its name above and nothing below.
    private static List<(int From, int To, string? Text)> Spread(Dictionary<int, string> top, Dictionary<int, string> lower)
    {
        var last = top.Keys.Union(lower.Keys).Max();
        if (top.Count < 2 || top.Count * 10 > (last + 1) * 7 || !top.Keys.Except(lower.Keys).Any()) return [];
        var spans = new List<(int From, int To, string? Text)>();
        foreach (var (column, text) in top)
        {
            var to = column;
            while (lower.ContainsKey(column) && to < last && !top.ContainsKey(to + 1) && lower.ContainsKey(to + 1)) to++;
            spans.Add((column, to, text));
        }
        return spans;
    }
}
