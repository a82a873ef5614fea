using DocumentFormat.OpenXml.Spreadsheet;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>Writes one sheet: title, line, header that stays in view, filter, rows, page set-up.</summary>
internal sealed class WorksheetTable(SheetXml xml, SheetSpec spec)
{
    private static readonly Fault TooManyRows = new("sheet.too-long-to-write", "超过 Excel 一张表的 {0} 行。请筛选后分批导出，或改为导出 CSV。", null, FaultKind.TooLarge, SheetWriter.MostRows);

    private readonly string[] _letters = [.. Enumerable.Range(0, spec.Columns.Count).Select(CellReference.Letters)];
    private int _row;

    /// <summary>The number of the header's row.</summary>
    public static int HeaderRow(SheetSpec spec) => 1 + (spec.Title is null ? 0 : 1) + (spec.Title is null || spec.Subline is null ? 0 : 1);

    public async Task Write(IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancel)
    {
        xml.Begin();
        WriteView();
        xml.BeginRows();
        WriteHead();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (_row == SheetWriter.MostRows) throw new SheetException(TooManyRows);
            StartRow();
            for (var i = 0; i < _letters.Length; i++) xml.Cell(_letters[i], row[i], spec.Columns[i].Type);
            xml.EndRow();
        }
        xml.EndRows();
        WriteFoot();
        xml.End();
    }

    private void WriteView()
    {
        xml.Element(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var pane = new Pane { VerticalSplit = HeaderRow(spec), TopLeftCell = $"A{HeaderRow(spec) + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        xml.Element(new SheetViews(new SheetView(pane) { WorkbookViewId = 0 }));
        xml.Element(new Columns(spec.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
    }

    private void WriteHead()
    {
        if (spec.Title is { } title) WriteLine(title, WorkbookStyles.Title, 34);
        if (spec is { Title: not null, Subline: { } line }) WriteLine(line, WorkbookStyles.Subline, 20);
        StartRow();
        for (var i = 0; i < _letters.Length; i++)
        {
            var column = spec.Columns[i];
            xml.Text(_letters[i], column.Required ? column.Header + " *" : column.Header, column.Required ? WorkbookStyles.RequiredHeader : WorkbookStyles.Header);
        }
        xml.EndRow();
    }

    private void WriteLine(string text, uint style, double height)
    {
        StartRow(height);
        xml.Text("A", text, style);
        xml.EndRow();
    }

    private void WriteFoot()
    {
        var (header, last) = (HeaderRow(spec), _letters[^1]);
        xml.Element(new AutoFilter { Reference = $"A{header}:{last}{_row}" });
        if (header > 1 && _letters.Length > 1)
            xml.Element(new MergeCells(Enumerable.Range(1, header - 1).Select(row => new MergeCell { Reference = $"A{row}:{last}{row}" })));
        xml.Element(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        // Paper size 9 is A4. ECMA-376-1 §18.18.50.
        xml.Element(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        xml.Element(new HeaderFooter(new OddFooter("&C&P / &N")));
    }

    private void StartRow(double? height = null) => xml.BeginRow(++_row, height);
}
