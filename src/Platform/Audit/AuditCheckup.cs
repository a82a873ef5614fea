using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;

namespace Qingdan.Platform.Audit;

/// <summary>Recomputes the chain of the audit log, up to its authenticated head, and looks for events that nobody sealed.</summary>
internal sealed class AuditCheckup(AuditSealer sealer, AuditKey key, Store store, TimeProvider clock) : ICheckup
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<CheckupReport> Look(CancellationToken cancel)
    {
        if (await sealer.FindBreak(cancel) is { } place) return new CheckupReport("审计链", false, "审计记录在封存号 {0} 处断开：有记录被改动或删除。请保护现场并报告审计员。", place);
        if (!await sealer.HeadIsOurs(cancel))
            return new CheckupReport("审计链", false, "封存头不是用 {0} 里的密钥做的。这台机器不是原来的节点时，请用原节点的密钥文件再查；否则整条链可能被改写过，请报告审计员。", key.Path);
        var since = clock.GetUtcNow() - Patience;
        var waiting = await store.Set<AuditEvent>().CountAsync(e => e.Seal == null && e.At < since, cancel);
        return waiting > 0
            ? new CheckupReport("审计链", false, "有 {0} 条审计记录超过一分钟没有封存。请确认服务在运行。", waiting)
            : new CheckupReport("审计链", true, "已封存的审计记录前后相连，没有被改动。");
    }
}
