using Qingdan.Platform.Audit;

namespace Qingdan.Workflow.Proofs;

/// <summary>What proofs write into the audit log.</summary>
internal static class ProofAudit
{
    public static readonly AuditAction Issued = new("workflow.proof.issued", "开具履职凭证");
}
