using System.Globalization;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Platform.Sheets.Forms;

/// <summary>填报说明: for each column its number, rule, a right and a wrong example.</summary>
internal sealed class FormGuide(SheetXml xml, FormSpec spec)
{
    private static readonly string[] Heads = ["列号", "列名", "是否必填", "填写规则", "正确的写法", "不正确的写法"];
    private static readonly uint Text = WorkbookStyles.Cell(CellType.Code, CellFill.None), Wrong = WorkbookStyles.Cell(CellType.Code, CellFill.Error);

    public void Write()
    {
        var pen = new SheetPen(xml);
        pen.Begin([8, 22, 12, 70, 36, 30], frozenRows: 1 + spec.Guide.Count);
        foreach (var line in spec.Guide)
        {
            pen.Line(20, new PenCell(line, WorkbookStyles.Left));
            pen.Merge(0, Heads.Length - 1);
        }
        pen.Line(24, [.. Heads.Select(h => new PenCell(h, WorkbookStyles.Header))]);
        Line(pen, 2, FormLayout.Change, "选填", "与系统中去年的行相比。改动和新加的行交回时自动认出，这一列可以不管；只有不再需要的行要选“删除”，不要删掉整行。复制出来的新行请清空行标识。", "删除", "不要了");
        for (var i = 0; i < spec.Columns.Count; i++)
        {
            var column = spec.Columns[i];
            Line(pen, i + FormLayout.Lead, column.Header, column.Given ? "系统给出" : column.Required ? "必填" : "选填", column.Rule, column.Right, column.Wrong);
        }
        pen.End(9, landscape: true);
    }

    private static void Line(SheetPen pen, int number, string name, string owed, string rule, string right, string wrong) => pen.Fit(
        new PenCell(number.ToString(CultureInfo.InvariantCulture), WorkbookStyles.Label), new PenCell(name, Text), new PenCell(owed, WorkbookStyles.Label),
        new PenCell(rule, Text), new PenCell(right, Text), new PenCell(wrong, wrong.Length > 0 ? Wrong : Text));
}
