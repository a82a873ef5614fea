using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;

namespace Qingdan.Catalog.Quality;

/// <summary>What a check is to do: nothing but what waits.</summary>
internal sealed record CheckOrder;

/// <summary>Checks in the background what was written.</summary>
internal sealed class CheckJob(CheckResources check, JobQueue jobs) : IJobHandler
{
    /// <summary>The kind under which it is enqueued.</summary>
    public const string JobKind = "catalog.check";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        await jobs.Absorb(job, _ => true, cancel);
        var done = await check.Run(count => job.Report(count, 0, "正在检查目录质量"), cancel);
        await job.Report(done, done, "目录质量已检查");
    }
}

/// <summary>Orders a check with whatever changes the catalogue in force, in the same unit of work.</summary>
internal sealed class CheckOrders(Store store, JobQueue jobs) : ICatalogListener
{
    public Task Published(long providerId, Actor actor, CancellationToken cancel) => PublishedMany([providerId], actor, cancel);

    public Task PublishedMany(IReadOnlyCollection<long> providerIds, Actor actor, CancellationToken cancel)
    {
        Add(actor);
        return Task.CompletedTask;
    }

    /// <summary>Adds an order to the running unit of work.</summary>
    public void Add(Actor actor) => jobs.AddOnce(actor, CheckJob.JobKind, new CheckOrder());

    /// <summary>Has some resources looked at again, within the caller's transaction. One that somebody is writing is looked at in any case: nobody waits for it.</summary>
    public static Task Again(Store store, IReadOnlyCollection<long> resources, CancellationToken cancel)
    {
        var some = $"IN ({string.Join(',', resources)})";
        return store.Execute($"UPDATE catalog_resources SET checked = 0 WHERE id {(store.Engine == Engine.Postgres ? $"IN (SELECT id FROM catalog_resources WHERE id {some} FOR UPDATE SKIP LOCKED)" : some)}", cancel);
    }

    /// <summary>Has all resources of some providers looked at again, since what is registered beside them has changed.</summary>
    public async Task Again(IReadOnlyCollection<long> providerIds, Actor actor, CancellationToken cancel)
    {
        await store.Execute($"UPDATE catalog_resources SET checked = 0 WHERE provider_id IN ({string.Join(',', providerIds)}) AND state IN ('Published', 'Changing', 'ChangeInReview')", cancel);
        Add(actor);
    }
}
