using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Platform.Sheets.CellFaults;

/// <summary>The same table back, its faulty cells coloured, and a last column that says what is wrong. For <see cref="SheetWriter"/> in any format.</summary>
public static class FaultReport
{
    /// <summary>The columns of the source and the column of the sentences.</summary>
    public static SheetSpec Spec(string name, IReadOnlyList<SheetColumn> columns, Translator t) =>
        new(name, [.. columns.Select(c => new ColumnSpec(c.Header, CellType.Code, 20)), new(Free(columns, t["问题"]), CellType.Text, 60)]);

    /// <summary>The rows of the source, each with what there is to say about it.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IAsyncEnumerable<(SheetRow Row, IReadOnlyList<CellFault> Faults)> rows, Translator t)
    {
        await foreach (var (row, faults) in rows) yield return Cells(row, faults, t);
    }

    private static object?[] Cells(SheetRow row, IReadOnlyList<CellFault> faults, Translator t)
    {
        object?[] cells = [.. row.Cells, string.Join('\n', faults.OrderByDescending(f => f.Severity).Select(f => Sentence(f, t)))];
        foreach (var worst in faults.Where(f => f.Column is not null).GroupBy(f => f.Column!.Value).Select(g => g.MaxBy(f => f.Severity)!))
            cells[worst.Column!.Value] = new FilledCell(row.Cells[worst.Column.Value], Fill(worst.Severity));
        return cells;
    }

    private static string Sentence(CellFault fault, Translator t) => fault.Header.Length == 0 ? t[fault.Fault] : fault.Header + (t.English ? ": " : "：") + t[fault.Fault];

    private static CellFill Fill(CellSeverity severity) => severity switch
    {
        CellSeverity.Error => CellFill.Error,
        CellSeverity.Warning => CellFill.Warning,
        _ => CellFill.Changed,
    };

    // A report that was mended and sent in again has the column already.
    private static string Free(IReadOnlyList<SheetColumn> columns, string name)
    {
        var free = name;
        for (var n = 2; columns.Any(c => c.Header == free); n++) free = $"{name} ({n})";
        return free;
    }
}
