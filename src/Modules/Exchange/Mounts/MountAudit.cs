using Qingdan.Platform.Audit;

namespace Qingdan.Exchange.Mounts;

/// <summary>What mounts and allowed hosts write into the audit log. Secrets never are.</summary>
internal static class MountAudit
{
    public const string Kind = "exchange.mount", HostKind = "exchange.host";

    public static readonly AuditAction Entered = new("exchange.mount.entered", "登记挂接");
    public static readonly AuditAction Changed = new("exchange.mount.changed", "修改挂接");
    public static readonly AuditAction Tried = new("exchange.mount.tried", "试调挂接");
    public static readonly AuditAction PutInService = new("exchange.mount.put-in-service", "启用挂接");
    public static readonly AuditAction Stopped = new("exchange.mount.stopped", "停用挂接");
    public static readonly AuditAction HandedOver = new("exchange.mount.handed-over", "挂接划转");

    public static readonly AuditAction HostAllowed = new("exchange.host.allowed", "允许访问内部地址");
    public static readonly AuditAction HostForbidden = new("exchange.host.forbidden", "不再允许访问内部地址");

    public static Subject Of(Mount mount) => new(Kind, mount.Id, mount.Name);
}
