using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>The columns of a workbook of demands: those of the reported 需求清单, and two about the items.</summary>
internal sealed class ImportColumns(DemandSheet sheet)
{
    /// <summary>Keys of the two columns about an item.</summary>
    public const string ItemNote = "itemNote", ItemNeed = "itemNeed";

    /// <summary>The declared columns that people fill in.</summary>
    public IReadOnlyList<ReportColumn> Declared { get; } = [.. sheet.Columns.Where(c => !c.Given)];

    /// <summary>All columns: key, Chinese name, English name, and what a right value looks like.</summary>
    public IReadOnlyList<(string Key, string Name, string English, string Sample)> All =>
    [
        .. Declared.Select(c => (c.Key, c.Element.Name, c.Element.English, c.Sample)),
        (ItemNote, "数据项说明", "Note on the item", ""), (ItemNeed, "必需或可选", "Required or optional", "必需"),
    ];

    /// <summary>What columns are recognised by.</summary>
    public IReadOnlyList<TargetField> Fields =>
    [
        .. Declared.Select(c => new TargetField(c.Key, [c.Element.Name, c.Element.English, .. Synonyms(c.Key)], c.Key == "name")),
        new(ItemNote, ["数据项说明", "信息项说明"]), new(ItemNeed, ["必需或可选", "是否必需", "必需/可选"]),
    ];

    private static IEnumerable<string> Synonyms(string key) => key switch
    {
        "name" => ["数据名称", "信息资源名称"],
        "items" => ["数据项名称", "信息项名称", "包含的数据项"],
        "resource" => ["关联目录代码", "目录代码", "信息资源代码"],
        "provider" => ["提供单位", "数源部门", "拟提供部门"],
        "scenario" => ["使用场景"],
        "basisName" => ["履职依据"],
        _ => [],
    };
}
