using System.Collections.Frozen;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>A row as its file holds it: all cells from the first, and what the file's reader noticed.</summary>
internal readonly record struct RawRow(int Number, string?[] Cells, List<CellMark>? Marks = null);

/// <summary>Turns the rows of a file into rows of the chosen columns.</summary>
/// <param name="choice">The columns.</param>
/// <param name="strictWidth">True for texts, where a short row is a sign of a fault; workbooks leave out empty cells.</param>
internal sealed class RowShape(SheetChoice choice, bool strictWidth)
{
    private static readonly FrozenSet<string> FormulaErrors = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

    private readonly int[] _sources = [.. choice.Columns.Select(c => c.Source)];
    private readonly int _last = choice.Columns.Count == 0 ? -1 : choice.Columns.Max(c => c.Source);

    /// <summary>The row, or null when nothing is in it.</summary>
    public SheetRow? Fit(RawRow raw)
    {
        var cells = new string?[_sources.Length];
        List<CellMark>? marks = null;
        var blank = true;
        for (var i = 0; i < cells.Length; i++)
        {
            var source = _sources[i];
            if (source >= raw.Cells.Length) continue;
            cells[i] = CellText.Clean(raw.Cells[source], out var mark);
            if (cells[i] is ['#', ..] && FormulaErrors.Contains(cells[i]!)) mark = CellMarkKind.FormulaError;
            if (mark is { } kind) (marks ??= []).Add(new(i, kind));
            if (cells[i] is not null) blank = false;
        }
        if (blank) return null;
        foreach (var mark in raw.Marks ?? [])
            if (mark.Kind == CellMarkKind.HiddenRow) (marks ??= []).Add(mark with { Column = cells.Length });
            else if (Array.IndexOf(_sources, mark.Column) is var i and >= 0) (marks ??= []).Add(mark with { Column = i });
        if (strictWidth && raw.Cells.Length <= _last) (marks ??= []).Add(new(Array.FindIndex(_sources, s => s >= raw.Cells.Length), CellMarkKind.MissingCells));
        if (raw.Cells.Length > _last + 1 && Array.Exists(raw.Cells[(_last + 1)..], c => !string.IsNullOrWhiteSpace(c))) (marks ??= []).Add(new(cells.Length, CellMarkKind.ExtraCells));
        return new SheetRow(raw.Number, cells, marks ?? (IReadOnlyList<CellMark>)[]);
    }
}
