using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;

namespace Qingdan.Exchange.Mounts.Watching;

/// <summary>Has what is in service looked at each hour; many dead services take their time, so a job does it.</summary>
internal sealed class WatchMounts(Store store, JobQueue jobs) : IRegularWork
{
    public async Task Run(CancellationToken cancel)
    {
        if (await jobs.Waits(ProbeMounts.JobKind, cancel) || !await store.Set<Mount>().AnyAsync(m => m.State == MountState.Mounted || m.FailingSince != null, cancel)) return;
        jobs.Add(Actor.System, ProbeMounts.JobKind, new ProbeOrder());
        await store.SaveChangesAsync(cancel);
    }
}
