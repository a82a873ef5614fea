using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds;

/// <summary>Chinese words of rounds and reports, keys of their translations.</summary>
internal static class RoundWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this ReportState state) => state switch
    {
        ReportState.NotStarted => "未报",
        ReportState.Filling => "填报中",
        ReportState.AwaitingHead => "待签批",
        ReportState.HandedIn => "已报待审",
        ReportState.Returned => "已退回",
        ReportState.Accepted => "已通过",
        _ => "不适用",
    };

    /// <summary>The colour of a state.</summary>
    public static Tone Tone(this ReportState state) => state switch
    {
        ReportState.Filling => Platform.Web.Tone.Info,
        ReportState.AwaitingHead or ReportState.HandedIn => Platform.Web.Tone.Warn,
        ReportState.Returned => Platform.Web.Tone.Bad,
        ReportState.Accepted => Platform.Web.Tone.Ok,
        _ => Platform.Web.Tone.Idle,
    };

    /// <summary>The state as shown.</summary>
    public static string Text(this RoundState state) => state == RoundState.Open ? "进行中" : "已结束";

    /// <summary>较上年 as a workbook says it.</summary>
    public static string Text(this ReportChange change) => change switch
    {
        ReportChange.Same => "未变",
        ReportChange.Changed => "变更",
        ReportChange.Added => "新增",
        _ => "删除",
    };
}
