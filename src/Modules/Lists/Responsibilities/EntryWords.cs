using Qingdan.Platform.Web;

namespace Qingdan.Lists.Responsibilities;

/// <summary>Chinese words of the 责任清单, keys of their translations.</summary>
internal static class EntryWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this EntryState state) => state switch
    {
        EntryState.Candidate => "拟列入",
        EntryState.InForce => "生效中",
        EntryState.Suspended => "暂停提供",
        EntryState.Rejected => "不列入",
        EntryState.Removed => "已移出",
        _ => "已收回",
    };

    /// <summary>The colour of a state.</summary>
    public static Tone Tone(this EntryState state) => state switch
    {
        EntryState.Candidate => Platform.Web.Tone.Open,
        EntryState.InForce => Platform.Web.Tone.Ok,
        EntryState.Suspended => Platform.Web.Tone.Warn,
        _ => Platform.Web.Tone.Idle,
    };

    /// <summary>生成方式 as shown.</summary>
    public static string Text(this EntryOrigin origin) => origin switch
    {
        EntryOrigin.Catalog => "目录自动生成",
        EntryOrigin.Demand => "需求转化",
        _ => "手工",
    };

    /// <summary>责任类型 as shown.</summary>
    public static string Text(this DutyType type) => type switch
    {
        DutyType.Delivery => "数据落地",
        DutyType.Service => "API 数据服务",
        _ => "未定",
    };

    /// <summary>What is proposed, as shown.</summary>
    public static string Text(this EntryChangeKind kind) => kind switch
    {
        EntryChangeKind.Modify => "变更",
        EntryChangeKind.Remove => "移出",
        EntryChangeKind.Suspend => "暂停",
        _ => "恢复",
    };

    /// <summary>Where a proposed change stands.</summary>
    public static string Text(this EntryChangeState state) => state switch
    {
        EntryChangeState.Open => "待确认",
        EntryChangeState.Confirmed => "已确认",
        EntryChangeState.Rejected => "不采纳",
        _ => "已撤销",
    };
}
