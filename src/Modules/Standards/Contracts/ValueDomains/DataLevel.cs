namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>数据分级: 核心、重要、一般 (GB/T 43697-2024, from memory); cities part 一般 into four levels (practice).</summary>
public enum DataLevel
{
    /// <summary>一般数据, no level stated.</summary>
    General,

    /// <summary>一般数据1级.</summary>
    General1,

    /// <summary>一般数据2级.</summary>
    General2,

    /// <summary>一般数据3级.</summary>
    General3,

    /// <summary>一般数据4级.</summary>
    General4,

    /// <summary>重要数据.</summary>
    Important,

    /// <summary>核心数据.</summary>
    Core,
}

public static partial class Domains
{
    /// <summary>数据分级.</summary>
    public static ValueDomain<DataLevel> DataLevels { get; } = new("data-level", "数据分级",
    [
        (DataLevel.General, "一般数据", "一般"),
        (DataLevel.General1, "一般数据1级", "一般1级 1级 一级 第一级 l1 level1"),
        (DataLevel.General2, "一般数据2级", "一般2级 2级 二级 第二级 l2 level2"),
        (DataLevel.General3, "一般数据3级", "一般3级 3级 三级 第三级 l3 level3"),
        (DataLevel.General4, "一般数据4级", "一般4级 4级 四级 第四级 l4 level4"),
        (DataLevel.Important, "重要数据", "重要"),
        (DataLevel.Core, "核心数据", "核心"),
    ]);
}
