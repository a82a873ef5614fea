using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>模板 of a workbook of demands: a document in Chinese whatever the reader's language. Its columns are our reconstruction, no text of a standard.</summary>
internal static class ImportTemplate
{
    public static Task<IResult> Answer(ImportColumns columns, CancellationToken cancel)
    {
        var spec = new SheetSpec("需求", [.. columns.All.Select(c => new ColumnSpec(c.Name, CellType.Code, 20, Required: c.Key == "name"))])
        {
            Title = "公共数据需求（模板；列名为重构，不是标准原文）", Subline = "一行一件需求；一件要几个数据项的，可以用“、”隔开，也可以一项一行、需求名称写同一个。示例行请删去。",
        };
        IReadOnlyList<object?>[] sample = [[.. columns.All.Select(c => (object?)c.Sample)]];
        return ListWorkbook.Answer(spec, sample.ToAsyncEnumerable(), "需求模板.xlsx", cancel);
    }
}
