using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Systems;

/// <summary>Refusals that the registers' use-cases share.</summary>
internal static class RegisterFaults
{
    public static readonly Fault NoSystem = new("catalog.system.not-found", "没有这个系统，或它是别的单位的。", null, FaultKind.NotFound);
    public static readonly Fault NoDuty = new("catalog.duty.not-found", "没有这项职责，或它是别的单位的。", null, FaultKind.NotFound);
    public static readonly Fault NoUnit = new("catalog.unit.required", "您的账号没有所属单位，不能编目。请联系系统管理员补上单位。", null, FaultKind.Forbidden);
    public static readonly Fault ChangedMeanwhile = new("catalog.register.changed", "您打开这一页之后，别人先保存了修改。请逐项选择要保留的内容，再保存一次。", null, FaultKind.Conflict);
}
