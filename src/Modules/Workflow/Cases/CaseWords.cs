using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Cases;

/// <summary>How states, acts and answers of a case are shown.</summary>
internal static class CaseWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this CaseState state) => state switch
    {
        CaseState.AtDistrict => "待区级审核",
        CaseState.InCheck => "待形式审查",
        CaseState.Returned => "形式退回",
        CaseState.ToDispatch => "待匹配分派",
        CaseState.PassedUp => "已上报上级平台",
        CaseState.ToAnswer => "待提供单位答复",
        CaseState.ToSupplement => "待补正",
        CaseState.ToSign => "待提供单位审签",
        CaseState.ToSupply => "待提供数据",
        CaseState.InUse => "使用中",
        CaseState.ToSupplyMore => "使用中待补供",
        CaseState.ToRenew => "待续期答复",
        CaseState.InTalks => "协商停止或变更",
        CaseState.ToFile => "待备案",
        CaseState.Suspended => "已暂停，限期整改",
        CaseState.Rectified => "待复核整改",
        CaseState.ToDispose => "待处置",
        CaseState.Refused => "不同意共享",
        CaseState.Closed => "已办结",
        _ => "已撤回",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this CaseState state) => state switch
    {
        CaseState.InUse or CaseState.Closed => Platform.Web.Tone.Ok,
        CaseState.ToSupplement or CaseState.ToDispose or CaseState.Suspended or CaseState.Returned => Platform.Web.Tone.Warn,
        CaseState.Refused => Platform.Web.Tone.Bad,
        CaseState.Withdrawn => Platform.Web.Tone.Idle,
        _ => Platform.Web.Tone.Info,
    };

    /// <summary>The act as shown.</summary>
    public static string Text(this CaseAct act) => act switch
    {
        CaseAct.PassToCity => "上报市级",
        CaseAct.TakeByDistrict => "本区办理",
        CaseAct.List => "列入需求清单",
        CaseAct.ReturnForm => "形式退回",
        CaseAct.Resubmit => "重新送审",
        CaseAct.ResubmitToDistrict => "重新送区级审核",
        CaseAct.Dispatch => "分派给提供单位",
        CaseAct.GrantDirectly => "直接授权",
        CaseAct.PassUp => "上报上级平台",
        CaseAct.GrantedAbove => "登记上级同意",
        CaseAct.RefusedAbove => "登记上级不同意",
        CaseAct.ReturnedAbove => "登记上级退回",
        CaseAct.AskSupplement => "一次性告知补正",
        CaseAct.Supplement => "补正",
        CaseAct.Answer => "拟定答复",
        CaseAct.ReturnDraft => "退回拟稿",
        CaseAct.Consent => "同意共享",
        CaseAct.Refuse => "不同意共享",
        CaseAct.AskExtension => "申请延长答复期限",
        CaseAct.Extend => "延长答复期限",
        CaseAct.DenyExtension => "不同意延长答复期限",
        CaseAct.AllowSupplement => "放行再次补正",
        CaseAct.Supply => "提供数据",
        CaseAct.AskRenewal => "申请续期",
        CaseAct.Renew => "同意续期",
        CaseAct.DenyRenewal => "不同意续期",
        CaseAct.ProposeStop => "拟停止服务",
        CaseAct.ProposeChange => "拟变更服务",
        CaseAct.AnswerTalks => "答复协商",
        CaseAct.RecordTalks => "登记协商情况",
        CaseAct.FileStop => "备案停止服务",
        CaseAct.FileChange => "备案变更服务",
        CaseAct.DenyFiling => "不予备案",
        CaseAct.Suspend => "暂停共享",
        CaseAct.StopExcess => "停止超出必要范围的获取",
        CaseAct.RestoreItems => "恢复获取",
        CaseAct.Rectify => "报告整改",
        CaseAct.Resume => "恢复共享",
        CaseAct.ResumeSupply => "恢复共享，继续补充提供",
        CaseAct.Terminate => "终止共享",
        CaseAct.Settle => "争议解决",
        CaseAct.EndPurpose => "结束使用",
        CaseAct.Dispose => "登记处置销毁",
        _ => "撤回",
    };

    /// <summary>The act as shown of this case: an answer that refuses something is not called a consent.</summary>
    public static string Text(this CaseAct act, Answered answered) => act == CaseAct.Consent && answered != Answered.None ? answered.Text() : act.Text();

    /// <summary>The whole answer as shown.</summary>
    public static string Text(this Answered answered) => answered switch
    {
        Answered.Granted => "同意共享",
        Answered.Alternative => "以替代方式满足",
        Answered.Partial => "部分同意共享",
        Answered.Refused => "不同意共享",
        _ => "",
    };

    /// <summary>What the answers to the items come to.</summary>
    public static Answered Whole(IReadOnlyCollection<Verdict> items) => items.All(v => v == Verdict.Refuse) ? Answered.Refused
        : items.Contains(Verdict.Refuse) ? Answered.Partial
        : items.All(v => v == Verdict.Agree) ? Answered.Granted : Answered.Alternative;

    /// <summary>The party as shown.</summary>
    public static string Text(this Party party) => party switch
    {
        Party.Requester => "需求单位",
        Party.Provider => "提供单位",
        Party.Centre => "大数据中心",
        Party.District => "区级",
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

    /// <summary>The answer as shown of an item: outside the catalogue there are no conditions of it to consent on.</summary>
    public static string Text(this Verdict verdict, bool inCatalog) => verdict == Verdict.Agree && !inCatalog ? "同意" : verdict.Text();

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
        CaseState.ToSupplyMore => "把争议解决后同意的数据补充提供给需求单位",
        CaseState.AtDistrict => "上报市级、由本区办理，或者退回",
        CaseState.InCheck => "看材料是否齐全，列入需求清单或形式退回",
        CaseState.Returned => "按退回意见修改，重新送审签",
        CaseState.PassedUp => "跟进上级平台，登记上级的答复",
        CaseState.ToRenew => "同意或者不同意继续使用",
        CaseState.InTalks => "答复提供单位停止或变更服务的协商",
        CaseState.ToFile => "备案停止或变更服务，或者不予备案",
        CaseState.Suspended => "按要求整改，报告整改情况",
        CaseState.Rectified => "复核整改，恢复或者终止共享",
        CaseState.InUse => "按用途使用；不再需要时结束使用",
        CaseState.ToDispose => "按要求处置数据，登记使用和销毁情况",
        _ => "",
    };
}
