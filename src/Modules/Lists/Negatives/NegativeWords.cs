using Qingdan.Platform.Web;

namespace Qingdan.Lists.Negatives;

/// <summary>How states and choices of a negative entry are shown.</summary>
internal static class NegativeWords
{
    /// <summary>替代方式: other ways to meet a need without giving the data.</summary>
    public static IReadOnlyList<string> Alternatives { get; } = ["核验", "脱敏", "汇总", "沙箱", "一事一议"];

    /// <summary>The state as shown.</summary>
    public static string Text(this NegativeState state) => state switch
    {
        NegativeState.Candidate => "拟列入",
        NegativeState.InRoute => "审核中",
        NegativeState.Returned => "已退回",
        NegativeState.InForce => "生效中",
        NegativeState.Rejected => "不列入",
        _ => "已移出",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this NegativeState state) => state switch
    {
        NegativeState.Candidate => Platform.Web.Tone.Open,
        NegativeState.InRoute => Platform.Web.Tone.Info,
        NegativeState.Returned => Platform.Web.Tone.Bad,
        NegativeState.InForce => Platform.Web.Tone.Ok,
        _ => Platform.Web.Tone.Idle,
    };

    /// <summary>What the clause says about sharing, as shown.</summary>
    public static string Text(this BanKind ban) => ban switch
    {
        BanKind.Express => "明确禁止",
        BanKind.ConfidentialityDuty => "保密义务",
        _ => "待判断",
    };

    /// <summary>Whether the basis is the law today, as shown.</summary>
    public static string Text(this BasisState state) => state switch
    {
        BasisState.InEffect => "现行有效",
        BasisState.Amended => "已修订",
        BasisState.Repealed => "已废止",
        _ => "未核实",
    };
}
