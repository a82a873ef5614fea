using Qingdan.Platform.Audit;

namespace Qingdan.Workflow.Updates;

/// <summary>What updates of the catalogue write into the audit log: each act of the table has its own action.</summary>
internal static class UpdateAudit
{
    public static readonly AuditAction Opened = new("workflow.update.opened", "登记目录更新");
    public static readonly AuditAction ResourcesAdded = new("workflow.update.resources-added", "补充涉及的目录");
    public static readonly AuditAction MarkedUnaffected = new("workflow.update.marked-unaffected", "标明不需修改");
    public static readonly AuditAction Submitted = new("workflow.update.submitted", "报送更新后的目录");
    public static readonly AuditAction NoNeedDeclared = new("workflow.update.no-need-declared", "说明无需更新");
    public static readonly AuditAction ExtensionAsked = new("workflow.update.extension-asked", "申请延长更新");
    public static readonly AuditAction Extended = new("workflow.update.extended", "延长更新期限");
    public static readonly AuditAction ExtensionDenied = new("workflow.update.extension-denied", "不同意延长更新");
    public static readonly AuditAction Published = new("workflow.update.published", "审核发布目录更新");
    public static readonly AuditAction SentBack = new("workflow.update.sent-back", "退回目录更新");
    public static readonly AuditAction NoNeedAgreed = new("workflow.update.no-need-agreed", "同意无需更新");
    public static readonly AuditAction NoNeedDenied = new("workflow.update.no-need-denied", "不同意无需更新");
    public static readonly AuditAction Closed = new("workflow.update.closed", "目录全部发布，系统办结");
    public static readonly AuditAction Withdrawn = new("workflow.update.withdrawn", "撤销目录更新");

    /// <summary>The kind under which updates stand in the audit log.</summary>
    public const string Kind = "workflow.update";

    public static Subject Of(CatalogUpdate row) => new(Kind, row.Id, row.Basis);

    public static AuditAction Of(UpdateAct act) => act switch
    {
        UpdateAct.Open => Opened,
        UpdateAct.Submit => Submitted,
        UpdateAct.DeclareNoNeed => NoNeedDeclared,
        UpdateAct.Extend => Extended,
        UpdateAct.Publish => Published,
        UpdateAct.SendBack => SentBack,
        UpdateAct.AgreeNoNeed => NoNeedAgreed,
        UpdateAct.DenyNoNeed => NoNeedDenied,
        UpdateAct.Close => Closed,
        _ => Withdrawn,
    };
}
