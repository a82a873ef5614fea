using Qingdan.Platform.Audit;
using Qingdan.Workflow.Registers.Importing;

namespace Qingdan.Workflow.Registers;

/// <summary>What the registers write into the audit log.</summary>
internal static class RegisterAudit
{
    public static readonly AuditAction Entered = new("workflow.register.entered", "新增归集或者返还登记");
    public static readonly AuditAction Changed = new("workflow.register.changed", "修改归集或者返还登记");

    public static readonly AuditAction Received = new("workflow.register.received", "上传登记工作簿");
    public static readonly AuditAction Refused = new("workflow.register.file-refused", "拒收带密级标志的登记工作簿");
    public static readonly AuditAction Taken = new("workflow.register.taken", "按工作簿登记");

    public static Subject Of(RegisterImport import) => new("workflow.register-import", import.Id, import.FileName);

    public static Subject Of(RegisterRow row) => new("workflow.register", row.Id, row.Resource);
}
