using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Mounts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Workflow.Contracts;

namespace Qingdan.Exchange.Grants;

/// <summary>What a job is to do: one case that was just granted.</summary>
internal sealed record SupplyOrder(long CaseId);

/// <summary>What is granted and mounted already is supplied with the grant: nobody has to say once more that it is there, and the term of supply ends (政务数据共享条例 22).</summary>
internal sealed class SupplyMounted(Store store, MountedData mounted) : IJobHandler
{
    /// <summary>The kind under which it is ordered.</summary>
    public const string JobKind = "exchange.supply-mounted";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var caseId = job.Payload<SupplyOrder>().CaseId;
        var granted = await store.Set<Grant>().AsNoTracking().Where(g => g.CaseId == caseId && g.State == GrantState.Active).Select(g => g.ResourceId).Distinct().ToListAsync(cancel);
        var services = await store.Set<Mount>().AsNoTracking().Where(m => m.State == MountState.Mounted && granted.Contains(m.ResourceId)).OrderBy(m => m.Id).Select(m => new { m.ResourceId, m.Name }).ToListAsync(cancel);
        if (granted.Count > 0 && services.Count > 0) await mounted.Supply(caseId, [.. services.Select(s => s.ResourceId)], services[0].Name, job.Actor, cancel);
    }
}
