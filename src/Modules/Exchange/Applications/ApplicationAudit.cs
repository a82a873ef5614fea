using Qingdan.Platform.Audit;

namespace Qingdan.Exchange.Applications;

/// <summary>What applications write into the audit log.</summary>
internal static class ApplicationAudit
{
    public static readonly AuditAction Asked = new("exchange.application.asked", "申请接入");
    public static readonly AuditAction ChangeAsked = new("exchange.application.change-asked", "申请变更接入");
    public static readonly AuditAction Admitted = new("exchange.application.admitted", "批准接入");
    public static readonly AuditAction ChangeAdmitted = new("exchange.application.change-admitted", "批准变更接入");
    public static readonly AuditAction Refused = new("exchange.application.refused", "不批准接入");
    public static readonly AuditAction Ended = new("exchange.application.ended", "注销接入");
    public static readonly AuditAction Rotated = new("exchange.application.secret-rotated", "更换应用密钥");

    /// <summary>The kind under which applications stand in the audit log.</summary>
    public const string Kind = "exchange.application";

    public static Subject Of(Application row) => new(Kind, row.Id, row.Name);
}
