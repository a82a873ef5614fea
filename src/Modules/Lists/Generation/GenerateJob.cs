using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;

namespace Qingdan.Lists.Generation;

/// <summary>What a generation job is to do: one provider, or all when 0.</summary>
internal sealed record GenerationOrder(long ProviderId);

/// <summary>Runs the generation in the background.</summary>
internal sealed class GenerateJob(RunGeneration generation, JobQueue jobs) : IJobHandler
{
    /// <summary>The kind under which it is enqueued.</summary>
    public const string JobKind = "lists.generate";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var provider = job.Payload<GenerationOrder>().ProviderId;
        var same = JobQueue.Payload(new GenerationOrder(provider));
        await jobs.Absorb(job, j => provider == 0 || j.Payload == same, cancel);
        var result = await generation.Run(provider, job.Actor, done => job.Report(done, 0, "正在生成清单"), cancel);
        // The unit may have vanished since the order was given: then there is nothing to generate.
        if (result.TryGet(out var run)) await job.Report(run.Resources, run.Resources, "清单已生成");
    }
}

/// <summary>Orders generations. Orders that pile up are done together when the first of them begins.</summary>
internal sealed class GenerationOrders(JobQueue jobs) : ICatalogListener, IUnitListener
{
    /// <summary>From here on one generation of all providers costs less than one for each.</summary>
    private const int Several = 20;

    /// <summary>The published catalogue, or what the lists say about it, changed: its lists are looked at again, as far as is known which.</summary>
    public Task Published(PublishedChange change, Actor actor, CancellationToken cancel)
    {
        if (change.ResourceIds.Count > 0) jobs.AddOnce(actor, FollowJob.JobKind, new FollowOrder([.. change.ProviderIds.Order()], [.. change.ResourceIds.Order()]));
        else
            foreach (var provider in change.ProviderIds.Count < Several ? change.ProviderIds : [0]) Add(provider, actor);
        return Task.CompletedTask;
    }

    /// <summary>Rows of lists changed: their resources are looked at again, all of their providers where they have none (0).</summary>
    public Task About(IReadOnlyCollection<(long Provider, long Resource)> rows, Actor actor, CancellationToken cancel) => rows.Count == 0 ? Task.CompletedTask :
        Published(rows.All(r => r.Resource != 0) ? PublishedChange.Of([.. rows.Select(r => r.Provider).Distinct()], [.. rows.Select(r => r.Resource).Distinct()]) : PublishedChange.Any([.. rows.Select(r => r.Provider).Distinct()]), actor, cancel);

    /// <summary>What stands in the records of units decides on numbers, laws and findings.</summary>
    public Task Changed(IReadOnlyCollection<long> unitIds, Actor actor, CancellationToken cancel) => Published(PublishedChange.Any(unitIds), actor, cancel);

    /// <summary>Adds an order for all of a provider, or of all with 0, to the running unit of work.</summary>
    public void Add(long providerId, Actor actor) => jobs.AddOnce(actor, GenerateJob.JobKind, new GenerationOrder(providerId), covers: new GenerationOrder(0));
}
