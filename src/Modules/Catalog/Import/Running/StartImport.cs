using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Checking;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Import.Running;

/// <summary>Decides: import all rows or only the good ones, try again, or take a batch back.</summary>
internal sealed class StartImport(Store store, AuditLog audit, JobQueue jobs, ImportBatches batches)
{
    /// <summary>Starts the import of a checked batch.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool onlyGood, Actor actor, CancellationToken cancel)
    {
        if (await batches.Find(id, actor, cancel) is not { } batch) return ImportFaults.NotFound;
        if (batch.State != ImportState.Checked) return ImportFaults.NotNow;
        if (batch.Edit != edit) return ImportFaults.ChangedMeanwhile;
        var summary = batch.ReadSummary();
        if ((onlyGood ? summary.ImportableGood : summary.Importable) == 0) return ImportFaults.NothingToDo;
        batch.OnlyGood = onlyGood;
        batch.State = ImportState.Staging;
        batch.JobId = jobs.Add(actor, RunImport.JobKind, new ImportJob(id)).Id;
        return await Save(batch, CatalogAudit.ImportStarted, actor, cancel);
    }

    /// <summary>Takes up a batch whose job gave up: it finishes what was being switched, or begins the step anew.</summary>
    public async Task<Result<Done>> Again(long id, Actor actor, CancellationToken cancel)
    {
        if (await batches.Find(id, actor, cancel) is not { } batch) return ImportFaults.NotFound;
        if (await batches.JobOf(batch, cancel) is not { State: JobState.Failed } || KindOf(batch.State) is not { } kind) return ImportFaults.NotNow;
        batch.JobId = jobs.Add(actor, kind, new ImportJob(id)).Id;
        return await Save(batch, CatalogAudit.ImportStarted, actor, cancel);
    }

    /// <summary>Starts the undoing of a finished batch.</summary>
    public async Task<Result<Done>> Undo(long id, Actor actor, CancellationToken cancel)
    {
        if (await batches.Find(id, actor, cancel) is not { } batch) return ImportFaults.NotFound;
        if (batch.State != ImportState.Done) return ImportFaults.NotNow;
        batch.State = ImportState.Undoing;
        batch.JobId = jobs.Add(actor, UndoImport.JobKind, new ImportJob(id)).Id;
        return await Save(batch, CatalogAudit.UndoStarted, actor, cancel);
    }

    private static string? KindOf(ImportState state) => state switch
    {
        ImportState.Checking => CheckImport.JobKind,
        ImportState.Staging or ImportState.Switching => RunImport.JobKind,
        ImportState.Undoing => UndoImport.JobKind,
        _ => null,
    };

    private async Task<Result<Done>> Save(ImportBatch batch, AuditAction action, Actor actor, CancellationToken cancel)
    {
        batch.Edit++;
        audit.Add(actor, action, SwitchOn.Subject(batch), after: new { batch.State, batch.OnlyGood });
        return await store.TrySave(cancel) ? new Done() : ImportFaults.ChangedMeanwhile;
    }
}
