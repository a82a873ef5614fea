using Qingdan.Platform.Audit;

namespace Qingdan.Exchange.Grants;

/// <summary>What grants write into the audit log.</summary>
internal static class GrantAudit
{
    public static readonly AuditAction Made = new("exchange.grant.made", "共享授权");
    public static readonly AuditAction Changed = new("exchange.grant.changed", "变更共享授权");
    public static readonly AuditAction Suspended = new("exchange.grant.suspended", "暂停共享授权");
    public static readonly AuditAction Resumed = new("exchange.grant.resumed", "恢复共享授权");
    public static readonly AuditAction Ended = new("exchange.grant.ended", "终止共享授权");
    public static readonly AuditAction HandedOver = new("exchange.grant.handed-over", "移交共享授权");
    public static readonly AuditAction Bound = new("exchange.grant.bound", "指定调用应用");
    public static readonly AuditAction Limited = new("exchange.grant.limited", "调整调用额度");

    /// <summary>The kind under which grants stand in the audit log.</summary>
    public const string Kind = "exchange.grant";

    public static Subject Of(Grant row) => new(Kind, row.Id, row.Number);
}
