namespace Qingdan.Lists.Responsibilities;

/// <summary>Where a row of the 责任清单 stands.</summary>
internal enum EntryState
{
    /// <summary>拟列入: proposed, nobody has confirmed it.</summary>
    Candidate,

    /// <summary>生效中.</summary>
    InForce,

    /// <summary>暂停提供: out of force for a time; its number waits for it.</summary>
    Suspended,

    /// <summary>不列入: looked at and refused, as long as its content stays the same.</summary>
    Rejected,

    /// <summary>已移出.</summary>
    Removed,

    /// <summary>已收回: a candidate nobody decided on and that no longer follows from anything; shown nowhere.</summary>
    Dropped,
}

/// <summary>生成方式: where a row comes from.</summary>
internal enum EntryOrigin
{
    /// <summary>目录自动生成.</summary>
    Catalog,

    /// <summary>需求转化: a listed demand for data outside the catalogue.</summary>
    Demand,

    /// <summary>手工: by hand, for data outside the catalogue.</summary>
    Manual,
}

/// <summary>责任类型: how the duty is met (practice of the exchange platform, not a text of law).</summary>
internal enum DutyType
{
    /// <summary>未定.</summary>
    Undetermined,

    /// <summary>数据落地: the data are delivered as tables or files.</summary>
    Delivery,

    /// <summary>API 数据服务: the data are asked for call by call.</summary>
    Service,
}

/// <summary>责任类型 as the ways of sharing suggest it; the unit may say otherwise.</summary>
internal static class DutyTypes
{
    /// <summary>服务接口 alone is a service, 批量交换 and 文件下载 deliver; both, or another way, leave it open.</summary>
    public static DutyType Of(string shareWays)
    {
        var ways = shareWays.Split('；', StringSplitOptions.RemoveEmptyEntries);
        if (ways.Length == 0) return DutyType.Undetermined;
        if (Array.TrueForAll(ways, w => w == "服务接口")) return DutyType.Service;
        return Array.TrueForAll(ways, w => w is "批量交换" or "文件下载") ? DutyType.Delivery : DutyType.Undetermined;
    }
}
