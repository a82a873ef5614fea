using System.Globalization;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Platform.Sheets.Forms;

/// <summary>填报表 and 示例: attachment, title, unit and date, header over two rows, column numbers, rows, foot.</summary>
internal sealed class FormTable(SheetXml xml, FormSpec spec, FormCodes codes)
{
    private static readonly uint Text = WorkbookStyles.Cell(CellType.Code, CellFill.None), Grey = WorkbookStyles.Cell(CellType.Code, CellFill.Given);
    private const int BlankRows = 10;
    private const double WidthOfSheet = 330;
    private readonly SheetPen _pen = new(xml);
    private readonly int _last = FormLayout.Lead + spec.Columns.Count - 1;

    /// <summary>The table with its rows.</summary>
    public void Write(IReadOnlyList<FormRow> rows, CancellationToken cancel)
    {
        Head(spec.Title + "填报表", spec.Token);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i % 1000 == 0) cancel.ThrowIfCancellationRequested();
            Line(i + 1, rows[i].Id, rows[i].Change, rows[i].Cells);
        }
        // Room to write, with borders.
        for (var i = 0; i < BlankRows; i++) _pen.Line(null, [new("", WorkbookStyles.Number), .. Enumerable.Repeat(new PenCell("", Text), _last)]);
        Foot();
        _pen.End(8, landscape: true, codes.Validations(rows.Count), Across);
    }

    /// <summary>The same with the example's rows, without ids: nothing of it is ever read.</summary>
    public void WriteExample()
    {
        Head(spec.Title + "填报表（示例）", "");
        for (var i = 0; i < spec.Example.Count; i++) Line(i + 1, "", FormLayout.Changes[Math.Min(i + 1, 2)], spec.Example[i]);
        _pen.End(8, landscape: true, across: Across);
    }

    // What is wider than an A3 sheet can show goes over several, side by side.
    private uint Across => (uint)Math.Clamp(Math.Ceiling(spec.Columns.Sum(c => c.Width) / WidthOfSheet), 1, 6);

    private void Head(string title, string token)
    {
        _pen.Begin([-14, 6, 8, .. spec.Columns.Select(c => c.Width)], FormLayout.NumberRow, FormLayout.Lead + 1);
        _pen.Line(20, [new(token, WorkbookStyles.Number), new(spec.Attachment, WorkbookStyles.Strong)]);
        _pen.Merge(1, Math.Min(3, _last));
        _pen.Line(34, [null, new(title, WorkbookStyles.Title)]);
        _pen.Merge(1, _last);
        var middle = 1 + (_last - 1) * 2 / 3;
        _pen.Line(22, [null, new("填报单位：" + spec.Unit, WorkbookStyles.Left), .. new PenCell?[middle - 2], new("填报日期：　　　　年　　月　　日", WorkbookStyles.Left)]);
        _pen.Merge(1, middle - 1);
        _pen.Merge(middle, _last);
        Groups();
        _pen.Line(36, [new(FormLayout.RowId, WorkbookStyles.Number), null, null, .. spec.Columns.Select(Header)]);
        _pen.Line(16, [new("", WorkbookStyles.Number), .. Enumerable.Range(1, _last).Select(n => new PenCell(n.ToString(CultureInfo.InvariantCulture), WorkbookStyles.Number))]);
    }

    // A group over its columns; a column without one reaches over both rows.
    private void Groups()
    {
        var cells = new List<PenCell?> { new("", WorkbookStyles.Number), new("序号", WorkbookStyles.Header), new(FormLayout.Change, WorkbookStyles.Header) };
        cells.AddRange(spec.Columns.Select((c, i) => c.Group.Length == 0 ? Header(c) : new PenCell(Starts(i) ? c.Group : "", WorkbookStyles.Header)));
        _pen.Line(20, cells);
        for (var i = 1; i < FormLayout.Lead; i++) _pen.Merge(i, i, _pen.Row + 1);
        for (var i = 0; i < spec.Columns.Count; i++)
            if (spec.Columns[i].Group.Length == 0) _pen.Merge(i + FormLayout.Lead, i + FormLayout.Lead, _pen.Row + 1);
            else if (Starts(i)) _pen.Merge(i + FormLayout.Lead, i + FormLayout.Lead + spec.Columns.Skip(i).TakeWhile(c => c.Group == spec.Columns[i].Group).Count() - 1);
    }

    private bool Starts(int i) => i == 0 || spec.Columns[i - 1].Group != spec.Columns[i].Group;

    private static PenCell Header(FormColumn column) => column.Required ? new(column.Header + " *", WorkbookStyles.RequiredHeader) : new(column.Header, WorkbookStyles.Header);

    private void Line(int number, string id, string change, IReadOnlyList<string> cells) => _pen.Fit(
    [
        new(id, WorkbookStyles.Number), new(number.ToString(CultureInfo.InvariantCulture), WorkbookStyles.Label), new(change, WorkbookStyles.Label),
        .. cells.Select((text, i) => new PenCell(text, spec.Columns[i].Given ? Grey : Text)),
    ]);

    private void Foot()
    {
        _pen.Line(10, []);
        var third = Math.Max(1, _last / 3);
        var cells = new PenCell?[_last + 1];
        int[] starts = [1, Math.Min(1 + third, _last), Math.Min(1 + 2 * third, _last)];
        string[] signers = ["填表人：", "审核人：", "负责人："];
        for (var i = 0; i < starts.Length; i++) cells[starts[i]] = new(signers[i], WorkbookStyles.Left);
        _pen.Line(24, cells);
        foreach (var start in starts) _pen.Merge(start, Math.Min(start + third - 1, _last));
    }
}
