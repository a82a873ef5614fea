using Qingdan.Platform.Audit;

namespace Qingdan.Workflow.Objections;

/// <summary>What objections write into the audit log: each act of the table has its own action.</summary>
internal static class ObjectionAudit
{
    public static readonly AuditAction Raised = new("workflow.objection.raised", "提出异议");
    public static readonly AuditAction Accepted = new("workflow.objection.accepted", "受理异议");
    public static readonly AuditAction PointedElsewhere = new("workflow.objection.pointed-elsewhere", "告知其他途径");
    public static readonly AuditAction HandedToSource = new("workflow.objection.handed-to-source", "转数源单位核实");
    public static readonly AuditAction SourceAnswered = new("workflow.objection.source-answered", "数源单位回复");
    public static readonly AuditAction Verified = new("workflow.objection.verified", "反馈核实结果");
    public static readonly AuditAction ResultAccepted = new("workflow.objection.result-accepted", "认可核实结果");
    public static readonly AuditAction Insisted = new("workflow.objection.insisted", "仍有异议，报主管部门");
    public static readonly AuditAction Upheld = new("workflow.objection.upheld", "维持核实结果");
    public static readonly AuditAction SentBack = new("workflow.objection.sent-back", "责成重新核实");
    public static readonly AuditAction HandedOver = new("workflow.objection.handed-over", "异议随职能划转");
    public static readonly AuditAction Withdrawn = new("workflow.objection.withdrawn", "撤回异议");

    /// <summary>The kind under which objections stand in the audit log.</summary>
    public const string Kind = "workflow.objection";

    public static Subject Of(Objection row) => new(Kind, row.Id, row.Resource);

    public static AuditAction Of(ObjectionAct act) => act switch
    {
        ObjectionAct.Raise => Raised,
        ObjectionAct.Accept => Accepted,
        ObjectionAct.PointElsewhere => PointedElsewhere,
        ObjectionAct.HandToSource => HandedToSource,
        ObjectionAct.AnswerAsSource => SourceAnswered,
        ObjectionAct.Verify => Verified,
        ObjectionAct.AcceptResult => ResultAccepted,
        ObjectionAct.Insist => Insisted,
        ObjectionAct.Uphold => Upheld,
        ObjectionAct.SendBack => SentBack,
        ObjectionAct.HandOver => HandedOver,
        _ => Withdrawn,
    };
}
