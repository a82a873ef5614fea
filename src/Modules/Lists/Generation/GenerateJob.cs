using Microsoft.EntityFrameworkCore;
using System.Text.Json;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Generation;

/// <summary>What a generation job is to do: one provider, or all when 0.</summary>
internal sealed record GenerationOrder(long ProviderId);

/// <summary>Runs the generation in the background.</summary>
internal sealed class GenerateJob(RunGeneration generation) : IJobHandler
{
    /// <summary>The kind under which it is enqueued.</summary>
    public const string JobKind = "lists.generate";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var result = await generation.Run(job.Payload<GenerationOrder>().ProviderId, job.Actor, done => job.Report(done, 0, "正在生成清单"), cancel);
        // The unit may have vanished since the order was given: then there is nothing to generate.
        if (result.TryGet(out var run)) await job.Report(run.Resources, run.Resources, "清单已生成");
    }
}

/// <summary>Orders generations; one that still waits for its turn is enough.</summary>
internal sealed class GenerationOrders(Store store, JobQueue jobs) : ICatalogListener, IUnitListener
{
    /// <summary>The published catalogue of a provider changed: its lists are looked at again.</summary>
    public Task Published(long providerId, Actor actor, CancellationToken cancel) => Add(providerId, actor, cancel);

    /// <summary>From here on one generation of all providers costs less than one for each.</summary>
    private const int Several = 20;

    /// <summary>An import changed the catalogues of several providers.</summary>
    public async Task PublishedMany(IReadOnlyCollection<long> providerIds, Actor actor, CancellationToken cancel)
    {
        foreach (var provider in providerIds.Count < Several ? providerIds : [0]) await Add(provider, actor, cancel);
    }

    /// <summary>What stands in the records of units decides on numbers, laws and findings.</summary>
    public Task Changed(IReadOnlyCollection<long> unitIds, Actor actor, CancellationToken cancel) => PublishedMany(unitIds, actor, cancel);

    /// <summary>Adds an order to the running unit of work.</summary>
    public async Task Add(long providerId, Actor actor, CancellationToken cancel)
    {
        string[] enough = [Payload(providerId), Payload(0)];
        if (store.ChangeTracker.Entries<Job>().Any(e => e.Entity.Kind == GenerateJob.JobKind && e.Entity.State == JobState.Queued && enough.Contains(e.Entity.Payload))) return;
        if (await store.Set<Job>().AnyAsync(j => j.Kind == GenerateJob.JobKind && j.State == JobState.Queued && enough.Contains(j.Payload), cancel)) return;
        jobs.Add(actor, GenerateJob.JobKind, new GenerationOrder(providerId));
    }

    private static string Payload(long providerId) => JsonSerializer.Serialize(new GenerationOrder(providerId), JsonText.Readable);
}
