using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Systems;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;

namespace Qingdan.Catalog.Quality;

/// <summary>What is to be checked beside what waits: the resources of a unit that name one of these systems, since the register has changed.</summary>
internal sealed record CheckOrder(long UnitId, IReadOnlyCollection<string> SystemKeys);

/// <summary>Checks in the background what was written.</summary>
internal sealed class CheckJob(Store store, CheckResources check, SystemResources systems, JobQueue jobs) : IJobHandler
{
    /// <summary>The kind under which it is enqueued.</summary>
    public const string JobKind = "catalog.check";

    private const int Slice = 2_000;

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        if (job.Payload<CheckOrder>() is { SystemKeys.Count: > 0 } order) await Again(order, cancel);
        var same = CheckOrders.Changes;
        await jobs.Absorb(job, j => j.Payload == same, cancel);
        var done = await check.Run(count => job.Report(count, 0, "正在检查目录质量"), cancel);
        await job.Report(done, done, "目录质量已检查");
    }

    // After the register's change is committed: who saves waits for nobody, and no text that was written meanwhile is missed.
    private async Task Again(CheckOrder order, CancellationToken cancel)
    {
        var naming = await (await systems.Naming(order.UnitId, order.SystemKeys, cancel)).Where(r => ResourceStates.InForce.Contains(r.State)).Select(r => r.Id).ToListAsync(cancel);
        foreach (var some in naming.Chunk(Slice)) await CheckOrders.Again(store, some, cancel);
    }
}

/// <summary>Orders a check with whatever changes the catalogue in force, in the same unit of work.</summary>
internal sealed class CheckOrders(JobQueue jobs) : ICatalogListener
{
    private static readonly CheckOrder Order = new(0, []);

    /// <summary>The order as its job keeps it.</summary>
    public static string Changes { get; } = JobQueue.Payload(Order);

    public Task Published(PublishedChange change, Actor actor, CancellationToken cancel)
    {
        Add(actor);
        return Task.CompletedTask;
    }

    /// <summary>Adds an order to the running unit of work.</summary>
    public void Add(Actor actor) => jobs.AddOnce(actor, CheckJob.JobKind, Order);

    /// <summary>Has some resources looked at again, within the caller's transaction. One that somebody is writing is looked at in any case: nobody waits for it.</summary>
    public static Task Again(Store store, IReadOnlyCollection<long> resources, CancellationToken cancel)
    {
        var some = $"IN ({string.Join(',', resources)})";
        return store.Execute($"UPDATE catalog_resources SET checked = 0 WHERE id {(store.Engine == Engine.Postgres ? $"IN (SELECT id FROM catalog_resources WHERE id {some} FOR UPDATE SKIP LOCKED)" : some)}", cancel);
    }

    /// <summary>Has the resources of a unit looked at again that name a system by one of these keys: those it was known by and those it is known by now.</summary>
    public void Naming(long unitId, IEnumerable<string> systemKeys, Actor actor) => jobs.Add(actor, CheckJob.JobKind, new CheckOrder(unitId, [.. systemKeys.Distinct()]));
}
