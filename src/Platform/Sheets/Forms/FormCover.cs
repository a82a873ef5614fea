using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Platform.Sheets.Forms;

/// <summary>报送表: the sheet that is printed, signed and stamped. It counts the rows of the table itself.</summary>
internal sealed class FormCover(SheetXml xml, FormSpec spec, IReadOnlyList<FormRow> rows)
{
    private static readonly uint Text = WorkbookStyles.Cell(CellType.Code, CellFill.None);
    private readonly SheetPen _pen = new(xml);

    public void Write()
    {
        _pen.Begin([20, 24, 20, 24]);
        _pen.Line(20, new PenCell(spec.Attachment, WorkbookStyles.Strong));
        _pen.Line(40, new PenCell(spec.Title + "报送表", WorkbookStyles.Title));
        _pen.Merge(0, 3);
        _pen.Line(12, []);
        Wide("填报单位", spec.Unit);
        foreach (var (label, value) in spec.Cover) Wide(label, value);
        Pair(FormLayout.Changes[0], FormLayout.Changes[1]);
        Pair(FormLayout.Changes[2], FormLayout.Changes[3]);
        Wide("单位意见", "", 110);
        _pen.Line(30, new PenCell("填表人（签字）", WorkbookStyles.Header), new PenCell("", Text), new PenCell("联系电话", WorkbookStyles.Header), new PenCell("", Text));
        _pen.Line(30, new PenCell("审核人（签字）", WorkbookStyles.Header), new PenCell("", Text), new PenCell("负责人（签字）", WorkbookStyles.Header), new PenCell("", Text));
        _pen.Line(70, new PenCell("单位（盖章）", WorkbookStyles.Header), new PenCell("", Text), new PenCell("日期", WorkbookStyles.Header), new PenCell("　　　年　　月　　日", WorkbookStyles.Label));
        _pen.End(9, landscape: false);
    }

    private void Wide(string label, string value, double height = 30)
    {
        _pen.Line(height, new PenCell(label, WorkbookStyles.Header), new PenCell(value, WorkbookStyles.Label), new PenCell("", Text), new PenCell("", Text));
        _pen.Merge(1, 3);
    }

    private void Pair(string left, string right) => _pen.Line(26,
        new PenCell(left + "（行）", WorkbookStyles.Header), Count(left), new PenCell(right + "（行）", WorkbookStyles.Header), Count(right));

    private PenCell Count(string change) => new("", WorkbookStyles.Label, $"COUNTIF('{FormLayout.Table}'!$C${FormLayout.NumberRow + 1}:$C${FormLayout.NumberRow + rows.Count + 5000},\"{change}\")", rows.Count(r => r.Change == change));
}
