using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Cases;

/// <summary>How states, acts and answers of a case are shown.</summary>
internal static class CaseWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this CaseState state) => state switch
    {
        CaseState.ToDispatch => "待匹配分派",
        CaseState.ToAnswer => "待提供单位答复",
        CaseState.ToSupplement => "待补正",
        CaseState.ToSign => "待提供单位审签",
        CaseState.ToSupply => "待提供数据",
        CaseState.InUse => "使用中",
        CaseState.ToDispose => "待处置",
        CaseState.Refused => "不同意共享",
        CaseState.Closed => "已办结",
        _ => "已撤回",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this CaseState state) => state switch
    {
        CaseState.InUse or CaseState.Closed => Platform.Web.Tone.Ok,
        CaseState.ToSupplement or CaseState.ToDispose => Platform.Web.Tone.Warn,
        CaseState.Refused => Platform.Web.Tone.Bad,
        CaseState.Withdrawn => Platform.Web.Tone.Idle,
        _ => Platform.Web.Tone.Info,
    };

    /// <summary>The act as shown.</summary>
    public static string Text(this CaseAct act) => act switch
    {
        CaseAct.Dispatch => "分派给提供单位",
        CaseAct.GrantDirectly => "直接授权",
        CaseAct.AskSupplement => "一次性告知补正",
        CaseAct.Supplement => "补正",
        CaseAct.Answer => "拟定答复",
        CaseAct.ReturnDraft => "退回拟稿",
        CaseAct.Consent => "同意共享",
        CaseAct.Refuse => "不同意共享",
        CaseAct.Extend => "延长答复期限",
        CaseAct.Supply => "提供数据",
        CaseAct.EndPurpose => "结束使用",
        CaseAct.Dispose => "登记处置销毁",
        _ => "撤回",
    };

    /// <summary>The party as shown.</summary>
    public static string Text(this Party party) => party switch
    {
        Party.Requester => "需求单位",
        Party.Provider => "提供单位",
        Party.Centre => "大数据中心",
        _ => "主管部门",
    };

    /// <summary>The answer as shown.</summary>
    public static string Text(this Verdict verdict) => verdict switch
    {
        Verdict.Agree => "同意（按目录条件）",
        Verdict.Verify => "以核验方式满足",
        Verdict.Mask => "以脱敏方式满足",
        Verdict.Aggregate => "以汇总方式满足",
        _ => "不同意共享",
    };

    /// <summary>The answer's colour.</summary>
    public static Tone Tone(this Verdict verdict) => verdict switch
    {
        Verdict.Agree => Platform.Web.Tone.Ok,
        Verdict.Refuse => Platform.Web.Tone.Bad,
        _ => Platform.Web.Tone.Info,
    };

    /// <summary>How data come, as shown.</summary>
    public static string Text(this SupplyWay way) => way switch
    {
        SupplyWay.Collected => "已归集直授",
        SupplyWay.Completed => "归集补数",
        SupplyWay.Service => "部门接口",
        _ => "未提供",
    };

    /// <summary>What is to be done in a state, by whose turn it is.</summary>
    public static string Task(this CaseState state) => state switch
    {
        CaseState.ToDispatch => "看数据在哪里：直接授权，或者分派给提供单位",
        CaseState.ToAnswer => "逐项答复，或者一次性告知需要补正的材料",
        CaseState.ToSupplement => "按提供单位的告知补充材料",
        CaseState.ToSign => "代表本单位共享工作机构签署答复，或者退回拟稿",
        CaseState.ToSupply => "把同意的数据提供给需求单位",
        CaseState.InUse => "按用途使用；不再需要时结束使用",
        CaseState.ToDispose => "按要求处置数据，登记使用和销毁情况",
        _ => "",
    };
}
