using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;

namespace Qingdan.Workflow.Updates;

/// <summary>An order to look which updates of these units are done.</summary>
internal sealed record DoneOrder(IReadOnlyList<long> Units);

/// <summary>
/// 系统办结: when the authority has published all resources concerned in the catalogue, the update ends with the day in its step. It follows from decisions that were made, never from a date;
/// where the unit marked one as not to be changed, the authority has yet to look at that, and ends it itself. Done again it changes nothing.
/// </summary>
internal sealed class CloseUpdates(Store store, MoveUpdate move, Concerned concerned) : IJobHandler
{
    /// <summary>The kind under which it is ordered.</summary>
    public const string JobKind = "workflow.close-updates";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var units = job.Payload<DoneOrder>().Units;
        var open = await store.Set<CatalogUpdate>().AsNoTracking().Where(u => UpdateFlow.Closable.Contains(u.State) && units.Contains(u.UnitId)).OrderBy(u => u.Id).Select(u => u.Id).ToListAsync(cancel);
        foreach (var id in open)
        {
            store.ChangeTracker.Clear();
            var row = await store.Set<CatalogUpdate>().SingleAsync(u => u.Id == id, cancel);
            var all = await concerned.Of(row, cancel);
            if (all.Count == 0 || !all.All(r => r.Progress is Progress.Published or Progress.Gone) || all.All(r => r.Progress == Progress.Gone)) continue;
            if (UpdateFlow.Table.FirstOrDefault(m => m.From == row.State && m.Act == UpdateAct.Close) is not { } line) continue;
            await move.Make(row, line, "", Actor.System, cancel);
            // Somebody who acts at the same moment makes this one begin again.
            await store.SaveChangesAsync(cancel);
        }
    }
}

/// <summary>Orders that with the change of the published catalogue.</summary>
internal sealed class FollowCatalog(Store store, JobQueue jobs) : ICatalogListener
{
    public async Task Published(PublishedChange change, Actor actor, CancellationToken cancel)
    {
        var waiting = await store.Set<CatalogUpdate>().Where(u => UpdateFlow.Closable.Contains(u.State)).Select(u => u.UnitId).Distinct().ToListAsync(cancel);
        long[] units = [.. waiting.Intersect(change.ProviderIds).Order()];
        if (units.Length > 0) jobs.AddOnce(Actor.System, CloseUpdates.JobKind, new DoneOrder(units));
    }
}
