using DocumentFormat.OpenXml.Spreadsheet;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>Writes one sheet cell by cell, for sheets that are no flat table. Begin, rows, then <see cref="End"/>.</summary>
internal sealed class SheetPen(SheetXml xml)
{
    private const int MostLines = 12;
    private const double LineHeight = 15.6;
    private readonly List<string> _merges = [];
    private IReadOnlyList<double> _widths = [];

    /// <summary>The row being written, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Opens the sheet.</summary>
    /// <param name="widths">Of the columns; negative for a hidden one.</param>
    /// <param name="frozenRows">Rows that stay in view.</param>
    /// <param name="frozenColumns">Columns that stay in view.</param>
    public void Begin(IReadOnlyList<double> widths, int frozenRows = 0, int frozenColumns = 0)
    {
        _widths = widths;
        xml.Begin();
        xml.Element(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var view = new SheetView { WorkbookViewId = 0 };
        if (frozenRows > 0)
            view.Append(new Pane
            {
                VerticalSplit = frozenRows, HorizontalSplit = frozenColumns > 0 ? frozenColumns : null, TopLeftCell = $"{CellReference.Letters(frozenColumns)}{frozenRows + 1}",
                ActivePane = frozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft, State = PaneStateValues.Frozen,
            });
        xml.Element(new SheetViews(view));
        xml.Element(new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = Math.Abs(width), CustomWidth = true, Hidden = width < 0 ? true : null })));
        xml.BeginRows();
    }

    /// <summary>Writes one row; a null cell stays empty and without border.</summary>
    public void Line(double? height, params IReadOnlyList<PenCell?> cells)
    {
        xml.BeginRow(++Row, height);
        for (var i = 0; i < cells.Count; i++)
            if (cells[i] is { Formula: { } formula } counted) xml.Formula(CellReference.Letters(i), formula, counted.Value, counted.Style);
            else if (cells[i] is { } cell) xml.Text(CellReference.Letters(i), cell.Text, cell.Style);
        xml.EndRow();
    }

    /// <summary>Writes one row as high as its longest cell needs: not every program works that out by itself when it opens a file.</summary>
    public void Fit(params IReadOnlyList<PenCell?> cells) => Line(Math.Min(MostLines, cells.Select((cell, i) => cell is null || _widths[i] <= 0 ? 1 : Lines(cell.Text, _widths[i])).Max()) * LineHeight, cells);

    private static int Lines(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(c => c < 0x2e80 ? 1d : 2.1) / width)));

    /// <summary>Merges cells of the current row, or down to another one.</summary>
    public void Merge(int fromColumn, int toColumn, int? toRow = null)
    {
        if (fromColumn < toColumn || toRow > Row) _merges.Add($"{CellReference.Letters(fromColumn)}{Row}:{CellReference.Letters(toColumn)}{toRow ?? Row}");
    }

    /// <summary>Closes the sheet.</summary>
    /// <param name="paper">9 is A4, 8 is A3 (ECMA-376-1 §18.18.50).</param>
    /// <param name="landscape">Orientation.</param>
    /// <param name="validations">Drop-downs.</param>
    /// <param name="across">Pages side by side.</param>
    public void End(uint paper, bool landscape, IReadOnlyList<DataValidation>? validations = null, uint across = 1)
    {
        xml.EndRows();
        if (_merges.Count > 0) xml.Element(new MergeCells(_merges.Select(m => new MergeCell { Reference = m })));
        if (validations is { Count: > 0 }) xml.Element(new DataValidations(validations) { Count = (uint)validations.Count });
        xml.Element(new PrintOptions { HorizontalCentered = true });
        xml.Element(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        xml.Element(new PageSetup { PaperSize = paper, Orientation = landscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = across, FitToHeight = 0 });
        xml.Element(new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
        xml.End();
    }
}

/// <summary>A cell with its style.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Style">A style of <see cref="WorkbookStyles"/>.</param>
/// <param name="Formula">What it counts, instead of a text.</param>
/// <param name="Value">What the formula gives now.</param>
internal sealed record PenCell(string Text, uint Style, string? Formula = null, int Value = 0);
