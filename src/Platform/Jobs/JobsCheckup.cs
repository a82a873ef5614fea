using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;

namespace Qingdan.Platform.Jobs;

/// <summary>Looks for jobs that failed within the last week.</summary>
internal sealed class JobsCheckup(Store store, TimeProvider clock) : ICheckup
{
    public async Task<CheckupReport> Look(CancellationToken cancel)
    {
        var since = clock.GetUtcNow().AddDays(-7);
        var failed = await store.Set<Job>().CountAsync(j => j.State == JobState.Failed && j.FinishedAt >= since, cancel);
        return failed == 0 ? new CheckupReport("后台任务", true, "最近七天没有失败的任务。") : new CheckupReport("后台任务", false, "最近七天有 {0} 个任务失败。请按任务编号查看日志，处理后重新提交。", failed);
    }
}
