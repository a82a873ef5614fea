using Qingdan.Platform.Audit;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow;

/// <summary>What the cases write into the audit log: each act of the table has its own action.</summary>
internal static class WorkflowAudit
{
    public static readonly AuditAction Opened = new("workflow.case.opened", "开始办理需求");
    public static readonly AuditAction ProviderNamed = new("workflow.case.provider-named", "办理中指定提供单位");
    public static readonly AuditAction ExtensionAsked = new("workflow.case.extension-asked", "申请延长答复");
    public static readonly AuditAction ExtensionDenied = new("workflow.case.extension-denied", "不同意延长答复");
    public static readonly AuditAction SupplementAllowed = new("workflow.case.supplement-allowed", "放行再次补正");
    public static readonly AuditAction PassedToCity = new("workflow.case.passed-to-city", "区级上报需求");
    public static readonly AuditAction TakenByDistrict = new("workflow.case.taken-by-district", "本区办理需求");
    public static readonly AuditAction Listed = new("workflow.case.listed", "办理：列入需求清单");
    public static readonly AuditAction FormReturned = new("workflow.case.form-returned", "办理：形式退回");
    public static readonly AuditAction Resubmitted = new("workflow.case.resubmitted", "办理：重新送审");
    public static readonly AuditAction PassedUp = new("workflow.case.passed-up", "上报上级平台");
    public static readonly AuditAction AnsweredAbove = new("workflow.case.answered-above", "登记上级答复");
    public static readonly AuditAction RenewalAsked = new("workflow.case.renewal-asked", "申请续期");
    public static readonly AuditAction RenewalDecided = new("workflow.case.renewal-decided", "答复续期");
    public static readonly AuditAction ChangeProposed = new("workflow.case.change-proposed", "拟停止或变更服务");
    public static readonly AuditAction TalksRecorded = new("workflow.case.talks-recorded", "登记停止或变更服务的协商");
    public static readonly AuditAction Filed = new("workflow.case.filed", "停止或变更服务的备案");
    public static readonly AuditAction Suspended = new("workflow.case.suspended", "暂停共享");
    public static readonly AuditAction ItemsRestored = new("workflow.case.items-restored", "恢复获取");
    public static readonly AuditAction ExcessStopped = new("workflow.case.excess-stopped", "停止超出必要范围的获取");
    public static readonly AuditAction Rectified = new("workflow.case.rectified", "报告整改");
    public static readonly AuditAction Resumed = new("workflow.case.resumed", "恢复共享");
    public static readonly AuditAction Terminated = new("workflow.case.terminated", "终止共享");
    public static readonly AuditAction Settled = new("workflow.case.settled", "按争议结论办理");
    public static readonly AuditAction Dispatched = new("workflow.case.dispatched", "分派需求");
    public static readonly AuditAction GrantedDirectly = new("workflow.case.granted-directly", "直接授权");
    public static readonly AuditAction SupplementAsked = new("workflow.case.supplement-asked", "一次性告知补正");
    public static readonly AuditAction Supplemented = new("workflow.case.supplemented", "补正需求材料");
    public static readonly AuditAction Answered = new("workflow.case.answered", "拟定答复");
    public static readonly AuditAction DraftReturned = new("workflow.case.draft-returned", "退回答复拟稿");
    public static readonly AuditAction Consented = new("workflow.case.consented", "同意共享");
    public static readonly AuditAction Refused = new("workflow.case.refused", "不同意共享");
    public static readonly AuditAction Extended = new("workflow.case.extended", "延长答复期限");
    public static readonly AuditAction Supplied = new("workflow.case.supplied", "提供数据");
    public static readonly AuditAction PurposeEnded = new("workflow.case.purpose-ended", "结束使用");
    public static readonly AuditAction Disposed = new("workflow.case.disposed", "登记处置销毁");
    public static readonly AuditAction Withdrawn = new("workflow.case.withdrawn", "撤回办理");

    public static readonly AuditAction Recounted = new("workflow.case.recounted", "按新的工作日历重算期限");
    public static readonly AuditAction LetterKept = new("workflow.letter.kept", "归档文书定稿");

    /// <summary>The kind under which cases stand in the audit log and in sign-offs.</summary>
    public const string CaseKind = "workflow.case";

    public static Subject Of(Case row) => new(CaseKind, row.Id, row.Name);

    public static AuditAction Of(CaseAct act) => act switch
    {
        CaseAct.PassToCity => PassedToCity,
        CaseAct.TakeByDistrict => TakenByDistrict,
        CaseAct.List => Listed,
        CaseAct.ReturnForm => FormReturned,
        CaseAct.Resubmit or CaseAct.ResubmitToDistrict => Resubmitted,
        CaseAct.PassUp => PassedUp,
        CaseAct.GrantedAbove or CaseAct.RefusedAbove or CaseAct.ReturnedAbove => AnsweredAbove,
        CaseAct.AskRenewal => RenewalAsked,
        CaseAct.Renew or CaseAct.DenyRenewal => RenewalDecided,
        CaseAct.ProposeStop or CaseAct.ProposeChange => ChangeProposed,
        CaseAct.AnswerTalks or CaseAct.RecordTalks => TalksRecorded,
        CaseAct.FileStop or CaseAct.FileChange or CaseAct.DenyFiling => Filed,
        CaseAct.Suspend => Suspended,
        CaseAct.StopExcess => ExcessStopped,
        CaseAct.RestoreItems => ItemsRestored,
        CaseAct.Rectify => Rectified,
        CaseAct.Resume or CaseAct.ResumeSupply => Resumed,
        CaseAct.Terminate => Terminated,
        CaseAct.Settle => Settled,
        CaseAct.Dispatch => Dispatched,
        CaseAct.GrantDirectly => GrantedDirectly,
        CaseAct.AskSupplement => SupplementAsked,
        CaseAct.Supplement => Supplemented,
        CaseAct.Answer => Answered,
        CaseAct.ReturnDraft => DraftReturned,
        CaseAct.Consent => Consented,
        CaseAct.Refuse => Refused,
        CaseAct.AskExtension => ExtensionAsked,
        CaseAct.Extend => Extended,
        CaseAct.DenyExtension => ExtensionDenied,
        CaseAct.AllowSupplement => SupplementAllowed,
        CaseAct.Supply => Supplied,
        CaseAct.EndPurpose => PurposeEnded,
        CaseAct.Dispose => Disposed,
        _ => Withdrawn,
    };
}
