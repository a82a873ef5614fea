using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Jobs;

namespace Qingdan.Lists.Generation;

/// <summary>The resources that the lists are to follow, and whose they are.</summary>
internal sealed record FollowOrder(long[] ProviderIds, long[] ResourceIds);

/// <summary>Has the lists follow some resources in the background.</summary>
internal sealed class FollowJob(FollowResources follow, JobQueue jobs) : IJobHandler
{
    /// <summary>The kind under which it is enqueued.</summary>
    public const string JobKind = "lists.follow";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var order = job.Payload<FollowOrder>();
        var same = JobQueue.Payload(order);
        await jobs.Absorb(job, j => j.Payload == same, cancel);
        await follow.Run(PublishedChange.Of(order.ProviderIds, order.ResourceIds), job.Actor, () => job.Report(0, order.ResourceIds.Length, "正在生成清单"), cancel);
        await job.Report(order.ResourceIds.Length, order.ResourceIds.Length, "清单已生成");
    }
}
