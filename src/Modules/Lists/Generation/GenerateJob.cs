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
    /// <summary>The published catalogue of a provider changed: its lists are looked at again.</summary>
    public Task Published(long providerId, Actor actor, CancellationToken cancel) => PublishedMany([providerId], actor, cancel);

    /// <summary>From here on one generation of all providers costs less than one for each.</summary>
    private const int Several = 20;

    /// <summary>An import changed the catalogues of several providers.</summary>
    public Task PublishedMany(IReadOnlyCollection<long> providerIds, Actor actor, CancellationToken cancel)
    {
        foreach (var provider in providerIds.Count < Several ? providerIds : [0]) Add(provider, actor);
        return Task.CompletedTask;
    }

    /// <summary>What stands in the records of units decides on numbers, laws and findings.</summary>
    public Task Changed(IReadOnlyCollection<long> unitIds, Actor actor, CancellationToken cancel) => PublishedMany(unitIds, actor, cancel);

    /// <summary>Adds an order to the running unit of work.</summary>
    public void Add(long providerId, Actor actor) => jobs.AddOnce(actor, GenerateJob.JobKind, new GenerationOrder(providerId), covers: new GenerationOrder(0));
}
