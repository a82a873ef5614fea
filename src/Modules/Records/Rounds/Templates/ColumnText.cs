using System.Globalization;
using Qingdan.Platform.Sheets.Forms;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Records.Rounds.Templates;

/// <summary>A column of a workbook with its instructions, all from its declaration.</summary>
internal static class ColumnText
{
    private const int MostListed = 12;

    /// <summary>One column of a table.</summary>
    public static FormColumn Of(IReportTable table, ReportColumn column, FormChoices? by)
    {
        var element = column.Element;
        var allowed = element.Shape == ElementShape.Flag ? ["是", "否"] : DeclarationCheck.Allowed(element).Select(a => a.Name).ToList();
        return new FormColumn(column.Key, element.Name, column.Group, CellType.Code, Width(element))
        {
            Required = element.Required && !column.Given, Given = column.Given, Choices = allowed, Open = element.Many, By = by,
            Rule = column.Given ? "系统给出，不用填。" : Rule(table, element, allowed), Right = column.Sample, Wrong = column.Given ? "" : Wrong(element),
        };
    }

    private static double Width(Element element) => element switch
    {
        { Shape: ElementShape.Date } => 13,
        { Shape: ElementShape.Flag or ElementShape.Number } => 10,
        { Shape: ElementShape.Choice } => 15,
        { MaxLength: >= 500 or null } => 36,
        { MaxLength: >= 128 } => 26,
        _ => 18,
    };

    private static string Rule(IReportTable table, Element element, List<string> allowed)
    {
        var parts = new List<string>();
        if (element.RequiredWhen is { } when && table.Columns.FirstOrDefault(c => c.Key == when.Element) is { Element: var asked }) parts.Add(Condition(asked, when));
        parts.Add(element.Shape switch
        {
            ElementShape.Date => "写成 2026-11-26 的样子",
            ElementShape.Number => "只填数字",
            ElementShape.Flag => "填“是”或“否”",
            ElementShape.Choice when element.Many => "从下列选项中选，几项之间用“；”隔开：" + Listed(allowed),
            ElementShape.Choice => "从下列选项中选一项：" + Listed(allowed),
            _ => string.Create(CultureInfo.InvariantCulture, $"{element.MaxLength ?? DeclarationCheck.MostCharacters}") + " 字以内",
        });
        if (element.Hint.Length > 0) parts.Add(element.Hint.TrimEnd('。'));
        parts.Add("来源：" + element.Source + (element.Certainty is Certainty.Reconstruction or Certainty.Memory ? "（重构，不是标准原文）" : ""));
        return string.Join("；", parts) + "。";
    }

    private static string Condition(Element asked, ElementCondition when)
    {
        var values = when.Is is { } one ? [one] : when.In;
        return "“" + asked.Name + "”" + (values.Count == 0 ? (when.Present == true ? "已填" : "未填") : "为“" + string.Join("”或“", values.Select(v => DeclarationCheck.Spelling(asked, v))) + "”") + "时必填";
    }

    private static string Listed(List<string> allowed) => string.Join("、", allowed.Take(MostListed)) + (allowed.Count > MostListed ? "等，见“代码表”" : "");

    private static string Wrong(Element element) => element.Shape switch
    {
        ElementShape.Date => "明年三月底",
        ElementShape.Number => "约五万",
        ElementShape.Flag => "大概是",
        ElementShape.Choice => "视情况而定",
        _ when element.Required => "（空）",
        _ => "见附件",
    };
}
