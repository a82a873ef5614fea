using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Lists.Demands;

/// <summary>样表 of <see cref="ReadItems"/>: a document in Chinese whatever the reader's language. Its columns are our reconstruction, no text of a standard.</summary>
internal static class ItemsTemplate
{
    /// <summary>What the columns of such a workbook are recognised by.</summary>
    public static IReadOnlyList<TargetField> Fields { get; } =
    [
        new("name", ["数据项名称", "数据项", "信息项名称", "信息项", "字段名称", "item", "item name"], true), new("note", ["说明", "数据项说明", "信息项说明", "备注", "note"]),
        new("need", ["必需或可选", "是否必需", "必需", "必需/可选", "required"]), new("resource", ["关联目录", "目录代码", "关联目录代码", "信息资源代码", "catalogue row"]),
    ];

    public static Task<IResult> Answer(CancellationToken cancel)
    {
        var spec = new SheetSpec("数据项", [new("数据项名称", Width: 28), new("说明", Width: 40), new("必需或可选", Width: 12), new("关联目录", CellType.Code, 24)])
        {
            Title = "需求数据项（样表；列名为重构，不是标准原文）", Subline = "一行一项；“关联目录”写目录代码，目录外的空着。",
        };
        return ListWorkbook.Answer(spec, Rows().ToAsyncEnumerable(), "需求数据项样表.xlsx", cancel);
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows() => [["婚姻状态", "最近一次登记后的状态", "必需", ""], ["登记日期", "", "可选", ""]];
}
