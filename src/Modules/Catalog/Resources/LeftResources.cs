using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;

namespace Qingdan.Catalog.Resources;

/// <summary>Resources that a job of the catalogue left: they were in a writer's hands when it passed, or are older than the job's kind.</summary>
internal static class LeftResources
{
    /// <summary>
    /// Orders the job for them, unless one waits already. <paramref name="done"/> is the column that keeps the revision up to which the job has seen a resource;
    /// an index over (column, id) holds those that are left.
    /// </summary>
    public static async Task Order<T>(Store store, JobQueue jobs, string done, string kind, T order, CancellationToken cancel)
    {
        var left = await store.Query($"SELECT id FROM catalog_resources WHERE {done} <> revision AND state <> 'Staged' ORDER BY {done}, id LIMIT 1", r => r.GetInt64(0), cancel);
        if (left.Count == 0 || await jobs.Waits(kind, cancel)) return;
        jobs.AddOnce(Actor.System, kind, order);
        await store.SaveChangesAsync(cancel);
    }
}
