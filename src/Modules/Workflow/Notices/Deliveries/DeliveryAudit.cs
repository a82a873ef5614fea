using Qingdan.Platform.Audit;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>What is done about deliveries, in the audit log.</summary>
internal static class DeliveryAudit
{
    public static readonly AuditAction Retried = new("workflow.delivery.retried", "再次投递");
    public static readonly AuditAction HookRegistered = new("workflow.hook.registered", "登记推送地址");
    public static readonly AuditAction HookStopped = new("workflow.hook.stopped", "停用推送地址");
    public static readonly AuditAction SettingsChanged = new("workflow.notice-settings.changed", "修改邮件设置");

    /// <summary>The kinds under which these things stand in the log.</summary>
    public const string DeliveryKind = "workflow.delivery", HookKind = "workflow.hook", SettingsKind = "workflow.notice-settings";
}
