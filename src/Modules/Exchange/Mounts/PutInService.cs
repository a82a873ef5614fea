using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Contracts;

namespace Qingdan.Exchange.Mounts;

/// <summary>启用: from now on the gateway calls it. What was saved must have been tried. Cases that waited for nothing but mounted resources are supplied with it (政务数据共享条例 22).</summary>
internal sealed class PutInService(Store store, MountAccess access, MountedData mounted, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Puts it in service; answers how many cases were supplied by it.</summary>
    public async Task<Result<int>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        var found = await access.Find(id, edit, actor, cancel);
        if (!found.TryGet(out var mount)) return found.As<int>();
        if (mount.State == MountState.Mounted) return MountFaults.InService;
        if (mount.TriedAt is null) return MountFaults.Untried;
        var before = new { State = $"{mount.State}" };
        // Watching begins anew: what failed before it was stopped says nothing about now.
        (mount.State, mount.StoppedWhy, mount.FailingSince, mount.Failure) = (MountState.Mounted, "", null, "");
        mount.Touch(ids, clock);
        audit.Add(actor, MountAudit.PutInService, MountAudit.Of(mount), before, new { State = $"{mount.State}" });
        if (!await store.TrySave(cancel)) return MountFaults.ChangedMeanwhile;
        var resources = await store.Set<Mount>().Where(m => m.State == MountState.Mounted).Select(m => m.ResourceId).Distinct().ToListAsync(cancel);
        return (await mounted.Tell(resources, mount.Name, actor, cancel)).Count;
    }
}
