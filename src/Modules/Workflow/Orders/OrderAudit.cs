using Qingdan.Platform.Audit;

namespace Qingdan.Workflow.Orders;

/// <summary>What orders write into the audit log.</summary>
internal static class OrderAudit
{
    public static readonly AuditAction Issued = new("workflow.order.issued", "下达督办单");
    public static readonly AuditAction Answered = new("workflow.order.answered", "反馈督办");
    public static readonly AuditAction AskedAgain = new("workflow.order.asked-again", "再次督办");
    public static readonly AuditAction Closed = new("workflow.order.closed", "督办销号");

    /// <summary>The kind under which orders stand in the audit log and in notices.</summary>
    public const string OrderKind = "workflow.order";

    public static Subject Of(Order order) => new(OrderKind, order.Id, order.Number);
}
