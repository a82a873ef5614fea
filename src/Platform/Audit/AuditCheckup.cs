using Qingdan.Platform.CommandLine;

namespace Qingdan.Platform.Audit;

/// <summary>Recomputes the chain of the audit log.</summary>
internal sealed class AuditCheckup(AuditSealer sealer) : ICheckup
{
    public async Task<CheckupReport> Look(CancellationToken cancel) => await sealer.FindBreak(cancel) is { } place
        ? new CheckupReport("审计链", false, "审计记录在封存号 {0} 处断开：有记录被改动或删除。请保护现场并报告审计员。", place)
        : new CheckupReport("审计链", true, "已封存的审计记录前后相连，没有被改动。");
}
