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
        CaseAct.Dispatch => Dispatched,
        CaseAct.GrantDirectly => GrantedDirectly,
        CaseAct.AskSupplement => SupplementAsked,
        CaseAct.Supplement => Supplemented,
        CaseAct.Answer => Answered,
        CaseAct.ReturnDraft => DraftReturned,
        CaseAct.Consent => Consented,
        CaseAct.Refuse => Refused,
        CaseAct.Extend => Extended,
        CaseAct.Supply => Supplied,
        CaseAct.EndPurpose => PurposeEnded,
        CaseAct.Dispose => Disposed,
        _ => Withdrawn,
    };
}
