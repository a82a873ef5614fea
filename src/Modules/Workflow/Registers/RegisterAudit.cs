using Qingdan.Platform.Audit;

namespace Qingdan.Workflow.Registers;

/// <summary>What the registers write into the audit log.</summary>
internal static class RegisterAudit
{
    public static readonly AuditAction Entered = new("workflow.register.entered", "新增归集或者返还登记");
    public static readonly AuditAction Changed = new("workflow.register.changed", "修改归集或者返还登记");

    public static Subject Of(RegisterRow row) => new("workflow.register", row.Id, row.Resource);
}
