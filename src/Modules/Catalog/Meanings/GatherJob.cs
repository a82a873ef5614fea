using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Quality;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Similar;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;

namespace Qingdan.Catalog.Meanings;

/// <summary>What is to be done beside what changed: all resources of these units gathered again, and those with items of a meaning checked again, since something was decided about it.</summary>
internal sealed record GatherOrder(IReadOnlyCollection<long> UnitIds, long MeaningId = 0);

/// <summary>Gathers in the background what changed in the catalogue.</summary>
internal sealed class GatherJob(Store store, GatherMeanings gather, CheckOrders checks, JobQueue jobs) : IJobHandler
{
    public const string JobKind = "catalog.meanings";

    private const int Slice = 2_000;

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var order = job.Payload<GatherOrder>();
        if (order.UnitIds.Count > 0) await Again(order.UnitIds, job, cancel);
        var same = GatherOrders.Changes;
        await jobs.Absorb(job, j => j.Payload == same, cancel);
        await gather.Run(job, cancel);
        if (order.MeaningId == 0 && order.UnitIds.Count == 0) return;
        if (order.MeaningId != 0) await Check(order.MeaningId, job, cancel);
        checks.Add(Actor.System);
        await store.SaveChangesAsync(cancel);
    }

    // Little at a time: nobody waits long for his turn to write. Whose the items are counts for the check too.
    private async Task Again(IReadOnlyCollection<long> units, JobContext job, CancellationToken cancel)
    {
        for (long after = 0; ;)
        {
            var some = await store.Query(
                $"SELECT id FROM catalog_resources WHERE provider_id IN ({SimilarKeys.Text(units)}) AND state IN ('Published', 'Changing', 'ChangeInReview') AND id > @after ORDER BY id LIMIT {Slice}", r => r.GetInt64(0), cancel, ("after", after));
            if (some.Count == 0) return;
            await store.Execute($"UPDATE catalog_resources SET gathered = 0 WHERE id IN ({SimilarKeys.Text(some)})", cancel);
            await CheckOrders.Again(store, some, cancel);
            await job.Report(0, 0, "归集同一含义的数据项");
            after = some[^1];
        }
    }

    private async Task Check(long meaning, JobContext job, CancellationToken cancel)
    {
        for (var after = (Unit: 0L, Resource: 0L); ;)
        {
            var some = await store.Query(
                $"SELECT unit_id, resource_id FROM catalog_meaning_members WHERE meaning_id = @meaning AND (unit_id, resource_id) > (@unit, @resource) ORDER BY unit_id, resource_id LIMIT {Slice}",
                r => (r.GetInt64(0), r.GetInt64(1)), cancel, ("meaning", meaning), ("unit", after.Unit), ("resource", after.Resource));
            if (some.Count == 0) return;
            await CheckOrders.Again(store, some.ConvertAll(m => m.Item2), cancel);
            await job.Report(0, 0, "归集同一含义的数据项");
            after = some[^1];
        }
    }
}

/// <summary>Orders the gathering. Orders that pile up are done together when the first of them begins.</summary>
internal sealed class GatherOrders(Store store, JobQueue jobs) : ICatalogListener, IUnitListener, IRegularWork
{
    private static readonly GatherOrder Order = new([]);

    /// <summary>The order as its job keeps it.</summary>
    public static string Changes { get; } = JobQueue.Payload(Order);

    public Task Published(PublishedChange change, Actor actor, CancellationToken cancel)
    {
        if (change.ProviderIds.Count > 0) jobs.AddOnce(actor, GatherJob.JobKind, Order);
        return Task.CompletedTask;
    }

    /// <summary>Whose the items are follows from the records of units: two that merge are one.</summary>
    public Task Changed(IReadOnlyCollection<long> unitIds, Actor actor, CancellationToken cancel)
    {
        jobs.Add(actor, GatherJob.JobKind, new GatherOrder(unitIds));
        return Task.CompletedTask;
    }

    /// <summary>Has the resources with items of a meaning checked again, within the caller's unit of work.</summary>
    public void Check(long meaningId, Actor actor) => jobs.Add(actor, GatherJob.JobKind, new GatherOrder([], meaningId));

    /// <summary>What was in a writer's hands when the last gathering passed, and what was there before there was any.</summary>
    public Task Run(CancellationToken cancel) => LeftResources.Order(store, jobs, "gathered", GatherJob.JobKind, Order, cancel);
}
