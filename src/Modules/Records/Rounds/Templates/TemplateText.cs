using Qingdan.Platform.Sheets.Forms;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Templates;

/// <summary>What stands around the rows of a workbook: title, cover, instructions, example.</summary>
internal static class TemplateText
{
    /// <summary>The workbook of a report, or of an office's part.</summary>
    public static FormSpec Spec(Report report, Round round, IReportTable table, IReadOnlyDictionary<string, FormChoices> choices, string unit, Part? part) => new()
    {
        Token = RowMark.Workbook(report.Id, part?.Id ?? 0),
        Attachment = "附件" + (round.TableKeys.ToList().IndexOf(table.Key) + 1),
        Title = table.Title,
        Unit = part is null ? unit : $"{unit}（{part.Name}）",
        Cover = [("集中梳理任务", round.Title), ("通知文号", round.NoticeNumber), ("报送截止", Shown.Day(round.DueOn))],
        Guide =
        [
            "一、请在“填报表”中填写。灰底的列由系统给出，不用填；带 * 的列必填；有下拉列表的请选择，全部选项见“代码表”。",
            "二、最左边有一列隐藏的行标识，交回时靠它对上系统里的行：可以排序、筛选、增加列，请不要改动或删除它。",
            "三、不要写入国家秘密和工作秘密；带密级标志的文件不会保存。要素和规则的来源在系统的“要素声明”页，标为“重构”的不是标准原文。",
        ],
        Columns = [.. table.Columns.Select(c => ColumnText.Of(table, c, choices.GetValueOrDefault(c.Key)))],
        Example = [table.Columns.Select(c => c.Given ? "" : c.Sample).ToList()],
    };
}
