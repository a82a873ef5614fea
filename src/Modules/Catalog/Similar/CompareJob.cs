using System.Globalization;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;

namespace Qingdan.Catalog.Similar;

/// <summary>What is to be compared beside what changed: all that these units have, since their records changed.</summary>
internal sealed record CompareOrder(IReadOnlyCollection<long> UnitIds);

/// <summary>Compares in the background what changed in the catalogue.</summary>
internal sealed class CompareJob(Store store, CompareResources compare, JobQueue jobs) : IJobHandler
{
    public const string JobKind = "catalog.similar";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        if (job.Payload<CompareOrder>().UnitIds is { Count: > 0 } units) await Again(units, job, cancel);
        var same = CompareOrders.Changes;
        await jobs.Absorb(job, j => j.Payload == same, cancel);
        await compare.Run(job, cancel);
    }

    // Little at a time: nobody waits long for his turn to write.
    private async Task Again(IReadOnlyCollection<long> units, JobContext job, CancellationToken cancel)
    {
        for (long after = 0; ;)
        {
            var some = await store.Query(
                $"SELECT id FROM catalog_resources WHERE provider_id IN ({SimilarKeys.Text(units)}) AND state IN ('Published', 'Changing', 'ChangeInReview') AND id > @after ORDER BY id LIMIT 2000",
                r => r.GetInt64(0), cancel, ("after", after));
            if (some.Count == 0) return;
            await CompareOrders.Again(store, some, cancel);
            await job.Report(0, 0, "比对相似目录");
            after = some[^1];
        }
    }
}

/// <summary>Orders comparisons. Those that pile up are done together when the first of them begins.</summary>
internal sealed class CompareOrders(Store store, JobQueue jobs) : ICatalogListener, IUnitListener, IRegularWork
{
    private static readonly CompareOrder Order = new([]);

    /// <summary>The order as its job keeps it.</summary>
    public static string Changes { get; } = JobQueue.Payload(Order);

    public Task Published(PublishedChange change, Actor actor, CancellationToken cancel)
    {
        if (change.ProviderIds.Count > 0) jobs.AddOnce(actor, CompareJob.JobKind, Order);
        return Task.CompletedTask;
    }

    /// <summary>Whose the data are and of which area follows from the records of units: a merge of two, and an edit.</summary>
    public Task Changed(IReadOnlyCollection<long> unitIds, Actor actor, CancellationToken cancel)
    {
        jobs.Add(actor, CompareJob.JobKind, new CompareOrder(unitIds));
        return Task.CompletedTask;
    }

    /// <summary>Has these compared again, though they did not change.</summary>
    public static async Task Again(Store store, IReadOnlyCollection<long> resources, CancellationToken cancel)
    {
        if (resources.Count > 0) await store.Execute($"INSERT INTO catalog_similar_again (resource_id) VALUES {string.Join(',', resources.Select(id => string.Create(CultureInfo.InvariantCulture, $"({id})")))} ON CONFLICT DO NOTHING", cancel);
    }

    /// <summary>What was in a writer's hands when the last comparison passed, and what was there before there were comparisons.</summary>
    public Task Run(CancellationToken cancel) => LeftResources.Order(store, jobs, "compared", CompareJob.JobKind, Order, cancel);
}
