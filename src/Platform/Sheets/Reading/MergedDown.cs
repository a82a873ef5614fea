namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Cells merged over several rows: the file holds their text in the first one only, people mean it for all.</summary>
internal sealed class MergedDown
{
    private readonly Merge[] _merges;
    private readonly List<(Merge Merge, string? Text)> _open = [];
    private int _next;

    public MergedDown(IEnumerable<Merge> merges) => _merges = [.. merges.Where(m => m.ToRow > m.FromRow).OrderBy(m => m.FromRow)];

    /// <summary>The row with what is merged down into it. Rows come in their order.</summary>
    public RawRow Fill(RawRow row)
    {
        if (_merges.Length == 0) return row;
        _open.RemoveAll(o => o.Merge.ToRow < row.Number);
        var cells = row.Cells;
        foreach (var (merge, text) in _open)
        {
            if (text is null) continue;
            if (cells.Length <= merge.FromColumn) Array.Resize(ref cells, merge.FromColumn + 1);
            cells[merge.FromColumn] ??= text;
        }
        for (; _next < _merges.Length && _merges[_next].FromRow <= row.Number; _next++)
            if (_merges[_next].FromRow == row.Number) _open.Add((_merges[_next], _merges[_next].FromColumn < cells.Length ? cells[_merges[_next].FromColumn] : null));
        return row with { Cells = cells };
    }
}
