using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Import.Batches;

/// <summary>The batches a person may see: those of the own unit; for the city's roles all.</summary>
internal sealed class ImportBatches(Store store, ResourceAccess access)
{
    /// <summary>Those the actor may see.</summary>
    public async ValueTask<IQueryable<ImportBatch>> Of(Actor actor, CancellationToken cancel)
    {
        if (actor.Is(Roles.City) || actor == Actor.System) return store.Set<ImportBatch>();
        var own = await access.Family(actor, cancel);
        return store.Set<ImportBatch>().Where(b => own.Contains(b.UnitId) && b.OwnUnitOnly);
    }

    /// <summary>One of them, tracked.</summary>
    public async Task<ImportBatch?> Find(long id, Actor actor, CancellationToken cancel) => await (await Of(actor, cancel)).SingleOrDefaultAsync(b => b.Id == id, cancel);

    /// <summary>One whose mapping may still be changed, tracked; <paramref name="edit"/> guards against another's change.</summary>
    public async Task<Result<ImportBatch>> Open(long id, int edit, Actor actor, CancellationToken cancel)
    {
        if (await Find(id, actor, cancel) is not { } batch) return ImportFaults.NotFound;
        if (!batch.State.Open()) return ImportFaults.NotNow;
        return batch.Edit == edit ? batch : ImportFaults.ChangedMeanwhile;
    }

    /// <summary>Kept mappings a person may use: those of the own unit and of those merged into it; whoever sits at the machine may use all.</summary>
    public async ValueTask<IQueryable<KeptMapping>> KeptOf(Actor actor, CancellationToken cancel)
    {
        var own = await access.Family(actor, cancel);
        return store.Set<KeptMapping>().Where(m => own.Contains(m.UnitId) || actor.PersonId == 0).OrderBy(m => m.Name).ThenByDescending(m => m.ChangedAt);
    }

    /// <summary>The job at work on a batch, or the last one.</summary>
    public Task<Job?> JobOf(ImportBatch batch, CancellationToken cancel) => store.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == batch.JobId, cancel);
}
