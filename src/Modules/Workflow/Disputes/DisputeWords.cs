using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Disputes;

/// <summary>How states and acts of a dispute are shown.</summary>
internal static class DisputeWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this DisputeState state) => state switch
    {
        DisputeState.Talking => "协商中",
        DisputeState.Coordinating => "协调处理中",
        DisputeState.Deciding => "待政府决定",
        DisputeState.Settled => "已解决",
        _ => "已撤回",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this DisputeState state) => state switch
    {
        DisputeState.Settled => Platform.Web.Tone.Ok,
        DisputeState.Dropped => Platform.Web.Tone.Idle,
        _ => Platform.Web.Tone.Warn,
    };

    /// <summary>The act as shown.</summary>
    public static string Text(this DisputeAct act) => act switch
    {
        DisputeAct.Raise => "提出争议",
        DisputeAct.Agree => "协商一致",
        DisputeAct.Escalate => "申请协调",
        DisputeAct.Conclude => "协调达成一致",
        DisputeAct.ReportUp => "报本级人民政府",
        DisputeAct.Decide => "登记政府决定",
        _ => "撤回争议",
    };

    /// <summary>What is to be done in a state, by whose turn it is.</summary>
    public static string Task(this DisputeState state) => state switch
    {
        DisputeState.Talking => "与需求单位协商，谈成的登记结果",
        DisputeState.Coordinating => "协调处理；仍不一致的报本级人民政府决定",
        DisputeState.Deciding => "登记本级人民政府的决定",
        _ => "",
    };
}
