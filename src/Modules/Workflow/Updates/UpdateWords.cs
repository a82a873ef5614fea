using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Updates;

/// <summary>How states, acts and causes of an update are shown.</summary>
internal static class UpdateWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this UpdateState state) => state switch
    {
        UpdateState.ToUpdate => "待更新",
        UpdateState.ToReview => "待审核发布",
        UpdateState.ToAgree => "待确认无需更新",
        UpdateState.Published => "已发布",
        UpdateState.NotNeeded => "无需更新",
        _ => "已撤销",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this UpdateState state) => state switch
    {
        UpdateState.Published => Platform.Web.Tone.Ok,
        UpdateState.ToUpdate => Platform.Web.Tone.Warn,
        UpdateState.NotNeeded or UpdateState.Withdrawn => Platform.Web.Tone.Idle,
        _ => Platform.Web.Tone.Info,
    };

    /// <summary>What is to be done in a state, by whose turn it is.</summary>
    public static string Task(this UpdateState state) => state switch
    {
        UpdateState.ToUpdate => "更新涉及的目录并报送审核，或者说明为什么无需更新",
        UpdateState.ToReview => "审核更新后的目录并发布，或者退回",
        UpdateState.ToAgree => "看单位的说明：同意无需更新，或者不同意",
        _ => "",
    };

    /// <summary>The act as shown.</summary>
    public static string Text(this UpdateAct act) => act switch
    {
        UpdateAct.Open => "登记目录更新",
        UpdateAct.Submit => "报送更新后的目录",
        UpdateAct.DeclareNoNeed => "说明无需更新",
        UpdateAct.Extend => "延长更新期限",
        UpdateAct.Publish => "审核发布目录更新",
        UpdateAct.SendBack => "退回目录更新",
        UpdateAct.AgreeNoNeed => "同意无需更新",
        UpdateAct.DenyNoNeed => "不同意无需更新",
        UpdateAct.Close => "目录全部发布，系统办结",
        _ => "撤销目录更新",
    };

    /// <summary>The party as shown.</summary>
    public static string Text(this UpdateParty party) => party switch
    {
        UpdateParty.Unit => "更新单位",
        UpdateParty.Authority => "主管部门",
        _ => "系统",
    };

    /// <summary>What changed, as shown.</summary>
    public static string Text(this ChangeCause cause) => cause switch
    {
        ChangeCause.Law => "法律、行政法规调整",
        ChangeCause.StateCouncilDecision => "国务院决定调整",
        _ => "部门职责变化",
    };

    /// <summary>How it came about, as shown.</summary>
    public static string Text(this UpdateOrigin origin) => origin switch
    {
        UpdateOrigin.Transfer => "职能划转生效，系统登记",
        UpdateOrigin.NewVersion => "法规新版本施行，系统登记",
        UpdateOrigin.Repeal => "法规废止，系统登记",
        _ => "人工登记",
    };

    /// <summary>What became of a resource, as shown.</summary>
    public static string Text(this Progress progress) => progress switch
    {
        Progress.Unchanged => "未修改",
        Progress.Drafting => "正在修改",
        Progress.Submitted => "已报送审核",
        Progress.Published => "变化后已发布",
        _ => "已下线",
    };

    /// <summary>Its colour.</summary>
    public static Tone Tone(this Progress progress) => progress switch
    {
        Progress.Published => Platform.Web.Tone.Ok,
        Progress.Unchanged => Platform.Web.Tone.Warn,
        Progress.Gone => Platform.Web.Tone.Idle,
        _ => Platform.Web.Tone.Info,
    };
}
