using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Import.Batches;

/// <summary>The batches a person may see: those of the own unit; for the city's roles all.</summary>
internal sealed class ImportBatches(Store store)
{
    /// <summary>Those the actor may see.</summary>
    public IQueryable<ImportBatch> Of(Actor actor) =>
        actor.Is(Roles.City) || actor == Actor.System ? store.Set<ImportBatch>() : store.Set<ImportBatch>().Where(b => b.UnitId == actor.UnitId && b.OwnUnitOnly);

    /// <summary>One of them, tracked.</summary>
    public Task<ImportBatch?> Find(long id, Actor actor, CancellationToken cancel) => Of(actor).SingleOrDefaultAsync(b => b.Id == id, cancel);

    /// <summary>The job at work on a batch, or the last one.</summary>
    public Task<Job?> JobOf(ImportBatch batch, CancellationToken cancel) => store.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == batch.JobId, cancel);
}
