using Qingdan.Platform.Audit;

namespace Qingdan.Workflow.Disputes;

/// <summary>What disputes write into the audit log.</summary>
internal static class DisputeAudit
{
    public static readonly AuditAction Raised = new("workflow.dispute.raised", "提出争议");
    public static readonly AuditAction Moved = new("workflow.dispute.moved", "办理争议");

    /// <summary>The kind under which disputes stand in the audit log.</summary>
    public const string Kind = "workflow.dispute";

    public static Subject Of(Dispute row) => new(Kind, row.Id, row.Name);
}
