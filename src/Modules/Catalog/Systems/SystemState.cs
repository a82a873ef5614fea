namespace Qingdan.Catalog.Systems;

/// <summary>Where an information system stands.</summary>
public enum SystemState
{
    /// <summary>规划中.</summary>
    Planned,

    /// <summary>在建.</summary>
    Building,

    /// <summary>运行: its data are to be in the catalogue.</summary>
    Running,

    /// <summary>停用; kept for its history.</summary>
    Stopped,
}

/// <summary>网络安全等级保护: the level a system was graded at. Not graded is null.</summary>
public enum ProtectionLevel
{
    /// <summary>第一级.</summary>
    First,

    /// <summary>第二级.</summary>
    Second,

    /// <summary>第三级.</summary>
    Third,

    /// <summary>第四级.</summary>
    Fourth,

    /// <summary>第五级.</summary>
    Fifth,
}

/// <summary>Chinese names of both.</summary>
internal static class SystemWords
{
    /// <summary>The state as shown.</summary>
    public static string Name(this SystemState state) => state switch
    {
        SystemState.Planned => "规划中",
        SystemState.Building => "在建",
        SystemState.Running => "运行",
        _ => "停用",
    };

    /// <summary>The level as shown.</summary>
    public static string Name(this ProtectionLevel level) => level switch
    {
        ProtectionLevel.First => "第一级",
        ProtectionLevel.Second => "第二级",
        ProtectionLevel.Third => "第三级",
        ProtectionLevel.Fourth => "第四级",
        _ => "第五级",
    };
}
