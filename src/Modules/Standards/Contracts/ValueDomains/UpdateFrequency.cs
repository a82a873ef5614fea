namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>更新频率: how often the data is renewed. The law names the element (政务数据共享条例 13), the values are those of practice.</summary>
public enum UpdateFrequency
{
    /// <summary>实时.</summary>
    RealTime,

    /// <summary>每日.</summary>
    Daily,

    /// <summary>每周.</summary>
    Weekly,

    /// <summary>每旬: every ten days.</summary>
    TenDays,

    /// <summary>每月.</summary>
    Monthly,

    /// <summary>每季度.</summary>
    Quarterly,

    /// <summary>每半年.</summary>
    HalfYearly,

    /// <summary>每年.</summary>
    Yearly,

    /// <summary>不定期.</summary>
    Irregular,

    /// <summary>不更新: static data.</summary>
    Never,

    /// <summary>其他: another rhythm; the wording is kept beside it.</summary>
    Other,
}

public static partial class Domains
{
    /// <summary>更新频率. Two rhythms in one cell (每月、年) stay unknown.</summary>
    public static ValueDomain<UpdateFrequency> UpdateFrequencies { get; } = new("update-frequency", "更新频率",
    [
        (UpdateFrequency.RealTime, "实时", "即时 实时更新 即时更新 realtime real-time"),
        (UpdateFrequency.Daily, "每日", "每天 日 天 按日 逐日 日更新 daily everyday"),
        (UpdateFrequency.Weekly, "每周", "周 星期 每星期 按周 周更新 weekly"),
        (UpdateFrequency.TenDays, "每旬", "旬 按旬"),
        (UpdateFrequency.Monthly, "每月", "月 每个月 按月 逐月 月更新 月度 monthly"),
        (UpdateFrequency.Quarterly, "每季度", "季 季度 每季 按季 按季度 季更新 季刊 quarterly"),
        (UpdateFrequency.HalfYearly, "每半年", "半年 半年度 按半年 half-yearly halfyearly semi-annually"),
        (UpdateFrequency.Yearly, "每年", "年 年度 每年度 按年 逐年 年更新 yearly annually annual"),
        (UpdateFrequency.Irregular, "不定期", "不定时 不定期更新 不定时更新 不固定 随时 随时更新 有变动时更新 异动时更新 变更时更新 按需更新 ad-hoc"),
        (UpdateFrequency.Never, "不更新", "静态数据 静态 不需更新 无需更新 永不 永不更新 一次性 单次 历史数据"),
        (UpdateFrequency.Other, "其他", "其它 自定义 others other"),
    ], FrequencyWords.Read);
}
