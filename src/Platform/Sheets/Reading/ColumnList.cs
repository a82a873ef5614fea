using System.Globalization;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Names the columns: each differently, and those without a name that hold data too.</summary>
internal static class ColumnList
{
    /// <summary>
    /// The columns of a header over <paramref name="data"/>. One without a name is kept when anything is in it, beyond the last name
    /// only when most rows have something there: else those rows are ragged. Refuses more than <see cref="SheetLimits.Columns"/>.
    /// </summary>
    public static List<SheetColumn> Of(FoundHeader header, IReadOnlyCollection<RawRow> data, List<Fault> notes)
    {
        var filled = new SortedDictionary<int, int>();
        foreach (var row in data)
            for (var i = 0; i < row.Cells.Length; i++)
                if (CellText.Clean(row.Cells[i], out _) is not null) filled[i] = filled.GetValueOrDefault(i) + 1;
        var last = header.Names.Keys.Max();
        var kept = filled.Where(f => f.Key < last || f.Value * 2 > data.Count).Select(f => f.Key).Union(header.Names.Keys).Order();
        return Of(kept.Select(source => (source, ((string?, string?))header.Names.GetValueOrDefault(source))), notes);
    }

    /// <summary>The columns of the keys of a JSON array.</summary>
    public static List<SheetColumn> Of(IReadOnlyList<string> keys, List<Fault> notes) => Of(keys.Select((key, i) => (i, ((string?)null, (string?)key))), notes);

    private static List<SheetColumn> Of(IEnumerable<(int Source, (string? Group, string? Name) Name)> found, List<Fault> notes)
    {
        var columns = new List<SheetColumn>();
        var taken = new HashSet<string>();
        foreach (var (source, (group, name)) in found)
        {
            var text = HeaderText.Clean(group is null ? name : $"{group}/{name}");
            var header = text.Length > 0 ? text : string.Create(CultureInfo.InvariantCulture, $"第{source + 1}列");
            var unique = header;
            for (var n = 2; !taken.Add(unique); n++) unique = string.Create(CultureInfo.InvariantCulture, $"{header} ({n})");
            if (text.Length == 0) notes.Add(SheetFaults.NoName(unique));
            columns.Add(new(columns.Count, source, unique, name is { Length: > 0 } ? name : unique));
        }
        if (columns.Count > SheetLimits.Columns) throw new SheetException(SheetFaults.TooManyColumns(columns.Count));
        foreach (var same in columns.GroupBy(c => c.Name).Where(g => g.Count() > 1 && g.Any(c => c.Header.EndsWith(')'))))
            notes.Add(SheetFaults.SameHeader(same.Key, same.Count()));
        return columns;
    }
}
