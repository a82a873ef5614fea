using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Records.Editions.Tables;

/// <summary>The edition as a workbook: what it says of itself, then a sheet a list with all its rows; a list longer than a sheet goes on in the next one.</summary>
internal sealed class WriteEditionBook(Translator t)
{
    /// <summary>Rows of a list on one sheet; title, line and head come on top.</summary>
    private const int MostOnSheet = 1_000_000;

    private static readonly Dictionary<string, double> Widths = new() { ["key"] = 26, ["unit"] = 22, ["name"] = 28, ["items"] = 40, ["text"] = 40, ["condition"] = 24, ["code"] = 22, ["scenario"] = 30 };

    /// <summary>Writes it.</summary>
    public Task Run(EditionTables tables, Stream target, CancellationToken cancel)
    {
        var row = tables.Row;
        var title = EditionFactLines.Which(tables, t);
        List<SheetTable> sheets = [new(new SheetSpec(t["版次"], [new(t["要点"], Width: 18), new(t["内容"], Width: 80)]) { Title = row.Title, Subline = title }, Facts(tables))];
        foreach (var table in tables.Lists)
            for (var part = 0; part == 0 || (long)part * MostOnSheet < table.List.Count; part++)
            {
                var (from, name) = (part * MostOnSheet, t[table.List.Title]);
                var spec = new SheetSpec(part == 0 ? name : $"{name} {part + 1}", [.. table.Columns.Select(c => new ColumnSpec(t[c.Title], c.Key is "key" or "code" ? CellType.Code : CellType.Text, Widths.GetValueOrDefault(c.Key, 16)))])
                {
                    Title = name, Subline = t["{0}　{1}　共 {2} 条", row.Title, title, table.List.Count],
                };
                sheets.Add(new(spec, tables.Rows(table, cancel).Skip(from).Take(MostOnSheet).Select(IReadOnlyList<object?> (r) => [.. r])));
            }
        return SheetWriter.WriteWorkbook(target, sheets, cancel);
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Facts(EditionTables tables)
    {
        await Task.CompletedTask;
        foreach (var (head, text) in EditionFactLines.Of(tables, t)) yield return [head, text];
    }
}
