using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Catalog.Exporting;

/// <summary>The columns of both kinds of export. The flat one is read by the import again.</summary>
internal static class ExportColumns
{
    // Title, line and header of the print version.
    private const int Heads = 3;

    /// <summary>One row a resource, for paper: title, who made it when, heads on each page.</summary>
    public static SheetSpec Print(Translator t, string unit, DateOnly day, int count) => new(t["数据目录"],
    [
        new(t["序号"], CellType.Number, 6), new(t["目录名称"], Width: 30), new(t["目录代码"], CellType.Code, 20), new(t["提供单位"], Width: 18), new(t["状态"], Width: 10), new(t["共享属性"], Width: 14),
        new(t["共享条件或不予共享理由"], Width: 32), new(t["共享方式"], Width: 18), new(t["更新频率"], Width: 10), new(t["数据项"], Width: 44), new(t["数据分级"], Width: 14),
    ])
    { Title = t["公共数据目录"], Subline = t["制表：{0}　日期：{1}　共 {2} 个目录", unit, Shown.Day(day), count] };

    /// <summary>
    /// One row an item, the resource's fields repeated; a resource without items has one row. An inferred share property stands in a column of its own:
    /// read again under 共享属性 it would have become a stated one.
    /// </summary>
    public static SheetSpec Flat(Translator t, IReadOnlyList<Element> elements) => new(t["数据目录"],
    [
        new(t["目录名称"], Width: 30, Key: "name"), new(t["目录代码"], CellType.Code, 20, "code"), new(t["国家目录代码"], CellType.Code, 26, "nationalCode"), new(t["提供单位"], Key: "provider"),
        new(t["统一社会信用代码"], CellType.Code, 22, "uscc"), new(t["摘要"], Width: 40, Key: "summary"), new(t["领域"], Key: "theme"), new(t["来源系统"], Key: "systemName"), new(t["职责"], Key: "duty"),
        new(t["数据格式"], Key: "formats"), new(t["更新频率"], Width: 10, Key: "frequency"), new(t["共享属性"], Width: 14, Key: "share"), new(t["共享属性（推断）"], Width: 14, Key: "shareInferred"),
        new(t["共享条件"], Width: 30, Key: "shareCondition"), new(t["不予共享理由"], Width: 30, Key: "shareReason"), new(t["共享方式"], Key: "shareWays"), new(t["开放属性"], Width: 14, Key: "openType"),
        new(t["数据分级"], Width: 14, Key: "dataLevel"), new(t["数据更新日期"], CellType.Date, 12, "dataUpdatedOn"), new(t["状态"], Width: 10, Key: "state"), new(t["版本"], CellType.Number, 6, "version"),
        .. elements.Select(e => new ColumnSpec(t.English ? e.English : e.Name, CellType.Code, Key: e.Key)), new(t["更改于"], CellType.Date, 17, "changedAt"), new(t["数据项序号"], CellType.Number, 8, "itemPlace"), new(t["数据项名称"], Width: 24, Key: "itemName"), new(t["字段名"], CellType.Code, Key: "itemField"),
        new(t["数据类型"], Width: 12, Key: "itemType"), new(t["数据长度"], CellType.Number, 8, "itemLength"), new(t["数据项说明"], Width: 24, Key: "itemNote"),
        new(t["数据项共享属性"], Width: 14, Key: "itemShare"), new(t["数据项共享条件"], Width: 24, Key: "itemShareCondition"), new(t["数据项不予共享理由"], Width: 24, Key: "itemShareReason"), new(t["数据项开放属性"], Width: 14, Key: "itemOpenType"),
    ]);

    /// <summary>Why so many rows are no workbook; null when they fit.</summary>
    public static Fault? Refusal(long rows) => rows + Heads <= SheetWriter.MostRows ? null
        : new Fault("catalog.export.too-long", "要导出 {0} 行，超过 Excel 一张表的 {1} 行。请改为导出 csv，或先按单位筛选。", null, FaultKind.TooLarge, rows, SheetWriter.MostRows);
}
