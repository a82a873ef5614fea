using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Platform.Sheets.CellFaults;

/// <summary>The sentences for what the reader notices.</summary>
public static class CellMarkFaults
{
    private static readonly Fault DigitsLost = new("sheet.cell.digits-lost", "数字超过 15 位，末尾已被 Excel 改成 0。请把该列设为“文本”格式后重新填写。");
    private static readonly Fault ControlCharacters = new("sheet.cell.control-characters", "去掉了看不见的控制字符。");
    private static readonly Fault Unreadable = new("sheet.cell.unreadable", "有字符读不出来（显示为 �），请核对原文。");
    private static readonly Fault FormulaError = new("sheet.cell.formula-error", "公式没有算出结果，请改填数值或文字。");
    private static readonly Fault TooLong = new("sheet.cell.too-long", "超过 {0} 个字符，后面的内容没有读取。请缩短或分开填写。", null, FaultKind.TooLarge, SheetLimits.CellLength);
    private static readonly Fault MissingCells = new("sheet.row.missing-cells", "这一行的单元格比表头少，请检查分隔符和引号。");
    private static readonly Fault HiddenRow = new("sheet.row.hidden", "这一行在工作簿里是隐藏的，也读入了。");
    private static readonly Fault ExtraCells = new("sheet.row.extra-cells", "这一行在最后一列之后还有内容，没有读取。请检查分隔符和引号。");

    /// <summary>Code and sentence of a mark.</summary>
    public static Fault Of(CellMarkKind kind) => kind switch
    {
        CellMarkKind.DigitsLost => DigitsLost,
        CellMarkKind.ControlCharacters => ControlCharacters,
        CellMarkKind.Unreadable => Unreadable,
        CellMarkKind.FormulaError => FormulaError,
        CellMarkKind.TooLong => TooLong,
        CellMarkKind.MissingCells => MissingCells,
        CellMarkKind.HiddenRow => HiddenRow,
        _ => ExtraCells,
    };

    /// <summary>What is lost is an error, what is doubtful a warning.</summary>
    public static CellSeverity Severity(CellMarkKind kind) => kind switch
    {
        CellMarkKind.DigitsLost or CellMarkKind.FormulaError or CellMarkKind.TooLong => CellSeverity.Error,
        CellMarkKind.ControlCharacters or CellMarkKind.HiddenRow => CellSeverity.Changed,
        _ => CellSeverity.Warning,
    };
}
