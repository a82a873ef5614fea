using Qingdan.Platform.Audit;

namespace Qingdan.Exchange.Log;

/// <summary>What the log of calls writes into the audit log.</summary>
internal static class LogAudit
{
    public const string Kind = "exchange.log";

    public static readonly AuditAction SetBack = new("exchange.log.clock-set-back", "服务器时钟被拨回");
    public static readonly AuditAction Removed = new("exchange.log.removed", "删除期满的调用记录");

    /// <summary>A node as the subject of an event.</summary>
    public static Subject Subject(long node) => new(Kind, node, $"{node}");
}
