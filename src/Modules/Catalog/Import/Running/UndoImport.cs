using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Checking;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Import.Running;

/// <summary>
/// 撤销: takes back what a batch brought. What somebody changed since is left and listed. A resource that was changed gets its former content as a
/// new version; one that was new becomes 已撤销. Each step can be repeated.
/// </summary>
internal sealed class UndoImport(Store store, AuditLog audit, IdSource ids, TimeProvider clock, SearchBulk bulk, SearchWriter search, ApplyChanges changes, IEnumerable<ICatalogListener> listeners) : IJobHandler
{
    public const string JobKind = "catalog.import.undo";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var id = job.Payload<ImportJob>().ImportId;
        var batch = await store.Set<ImportBatch>().AsNoTracking().SingleAsync(b => b.Id == id, cancel);
        if (batch.State != ImportState.Undoing) return;
        while (await RemoveSlice(id, cancel) is var removed and > 0) await job.Report(removed, 0, "撤销新增的目录");
        while (await RestoreSlice(batch, job.Actor, cancel)) await job.Report(0, 0, "恢复变更的目录");
        await Finish(id, job.Actor, cancel);
    }

    private async Task<int> RemoveSlice(long importId, CancellationToken cancel)
    {
        var slice = await store.Query("SELECT id FROM catalog_resources WHERE import_id = @import AND edit = 1 AND state IN ('Draft', 'Published') LIMIT 1000", r => r.GetInt64(0), cancel, ("import", importId));
        if (slice.Count == 0) return 0;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await bulk.Remove(slice, cancel);
        // The codes become free again: the same file may come once more.
        await store.Execute(
            $"UPDATE catalog_resources SET state = 'Removed', code = NULL, national_code = NULL, edit = edit + 1, revision = @revision, changed_at = @now WHERE id IN ({string.Join(',', slice)}) AND edit = 1", cancel,
            ("revision", ids.Next()), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        await transaction.CommitAsync(cancel);
        return slice.Count;
    }

    private async Task<bool> RestoreSlice(ImportBatch batch, Actor actor, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        var slice = await store.Set<ImportChange>().Where(c => c.ImportId == batch.Id && c.State == ChangeState.Applied).OrderBy(c => c.Id).Take(100).ToListAsync(cancel);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        foreach (var change in slice)
        {
            var row = await store.Set<Resource>().SingleAsync(r => r.Id == change.ResourceId, cancel);
            change.State = row.Edit == change.EditAfter ? ChangeState.Undone : ChangeState.Kept;
            if (change.State == ChangeState.Undone) await Restore(batch, row, change, actor, cancel);
        }
        if (await store.TrySave(cancel)) await transaction.CommitAsync(cancel);
        return slice.Count > 0;
    }

    private async Task Restore(ImportBatch batch, Resource row, ImportChange change, Actor actor, CancellationToken cancel)
    {
        var draftBefore = change.DraftBefore is { } json ? JsonSerializer.Deserialize<ResourceContent>(json, JsonText.Readable) : null;
        if (batch.Target == ImportTarget.Draft && change.StateBefore != ResourceState.Draft)
        {
            var draft = await store.Set<ResourceDraft>().SingleAsync(d => d.ResourceId == row.Id, cancel);
            if (change.DraftBefore is { } before) draft.Content = before;
            else store.Remove(draft);
            row.State = change.StateBefore;
        }
        else if (draftBefore is not null)
        {
            (row.State, row.Version) = (ResourceState.Draft, 0);
            await Put(row, draftBefore, cancel);
        }
        else
        {
            var before = await store.Set<ResourceVersion>().SingleAsync(v => v.ResourceId == row.Id && v.Number == row.Version - 1 && v.ImportId == batch.Id, cancel);
            store.Add(changes.Superseded(row, row.Content(await store.Set<Item>().Where(i => i.ResourceId == row.Id).ToListAsync(cancel)), batch.Id, actor.Name));
            row.Version++;
            await Put(row, JsonSerializer.Deserialize<ResourceContent>(before.Content, JsonText.Readable)!, cancel);
        }
        // The next import of the same file shall look at the contents again.
        row.ImportDigest = "";
        row.Touch(ids, clock);
    }

    private async Task Put(Resource row, ResourceContent content, CancellationToken cancel)
    {
        await store.BringBack(row, content, ids, cancel);
        await search.Write(row, content, cancel);
    }

    private async Task Finish(long importId, Actor actor, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var batch = await store.Set<ImportBatch>().SingleAsync(b => b.Id == importId, cancel);
        var kept = await store.Set<Resource>().CountAsync(r => r.ImportId == importId && r.State != ResourceState.Removed, cancel)
            + await store.Set<ImportChange>().CountAsync(c => c.ImportId == importId && c.State == ChangeState.Kept, cancel);
        batch.Summary = BatchJson.Write(batch.ReadSummary() with { Kept = kept });
        batch.State = ImportState.Undone;
        batch.FinishedAt = clock.GetUtcNow();
        batch.Edit++;
        audit.Add(actor, CatalogAudit.ImportUndone, SwitchOn.Subject(batch), after: new { batch.FileName, batch.FileDigest, Kept = kept });
        if (batch.Target == ImportTarget.Published)
        {
            var providers = await store.Query(SwitchOn.ProviderSql, r => r.GetInt64(0), cancel, ("import", importId));
            foreach (var listener in listeners) await listener.Published(PublishedChange.Any(providers), actor, cancel);
        }
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
