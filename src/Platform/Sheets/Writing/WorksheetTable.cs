using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>Writes one sheet: title, line, header that stays in view, filter, rows, page set-up.</summary>
internal sealed class WorksheetTable(OpenXmlWriter writer, SheetSpec spec)
{
    private static readonly Fault TooManyRows = new("sheet.too-long-to-write", "超过 Excel 一张表的 {0} 行。请筛选后分批导出，或改为导出 CSV。", null, FaultKind.TooLarge, SheetWriter.MostRows);

    private readonly string[] _letters = [.. Enumerable.Range(0, spec.Columns.Count).Select(SheetPen.Letters)];
    private readonly WorksheetCells _cells = new(writer);
    private int _row;

    /// <summary>The number of the header's row.</summary>
    public static int HeaderRow(SheetSpec spec) => 1 + (spec.Title is null ? 0 : 1) + (spec.Title is null || spec.Subline is null ? 0 : 1);

    public async Task Write(IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancel)
    {
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        WriteView();
        writer.WriteStartElement(new SheetData());
        WriteHead();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (_row == SheetWriter.MostRows) throw new SheetException(TooManyRows);
            StartRow();
            for (var i = 0; i < _letters.Length; i++) _cells.Write(_letters[i], _row, row[i], spec.Columns[i].Type);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        WriteFoot();
        writer.WriteEndElement();
    }

    private void WriteView()
    {
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var pane = new Pane { VerticalSplit = HeaderRow(spec), TopLeftCell = $"A{HeaderRow(spec) + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        writer.WriteElement(new SheetViews(new SheetView(pane) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(spec.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
    }

    private void WriteHead()
    {
        if (spec.Title is { } title) WriteLine(title, WorkbookStyles.Title, 34);
        if (spec is { Title: not null, Subline: { } line }) WriteLine(line, WorkbookStyles.Subline, 20);
        StartRow();
        for (var i = 0; i < _letters.Length; i++)
        {
            var column = spec.Columns[i];
            _cells.WriteText(_letters[i], _row, column.Required ? column.Header + " *" : column.Header, column.Required ? WorkbookStyles.RequiredHeader : WorkbookStyles.Header);
        }
        writer.WriteEndElement();
    }

    private void WriteLine(string text, uint style, double height)
    {
        StartRow(height);
        _cells.WriteText("A", _row, text, style);
        writer.WriteEndElement();
    }

    private void WriteFoot()
    {
        var (header, last) = (HeaderRow(spec), _letters[^1]);
        writer.WriteElement(new AutoFilter { Reference = $"A{header}:{last}{_row}" });
        if (header > 1 && _letters.Length > 1)
            writer.WriteElement(new MergeCells(Enumerable.Range(1, header - 1).Select(row => new MergeCell { Reference = $"A{row}:{last}{row}" })));
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        // Paper size 9 is A4. ECMA-376-1 §18.18.50.
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C&P / &N")));
    }

    private void StartRow(double? height = null)
    {
        _row++;
        var attributes = new List<OpenXmlAttribute> { new("r", "", _row.ToString(CultureInfo.InvariantCulture)) };
        if (height is { } points) attributes.AddRange([new("ht", "", points.ToString(CultureInfo.InvariantCulture)), new("customHeight", "", "1")]);
        writer.WriteStartElement(new Row(), attributes);
    }
}
