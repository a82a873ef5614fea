using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Import.Running;

/// <summary>切换: completes the codes of the staged rows, applies the changes, and makes all new rows visible in one transaction. Each step can be repeated.</summary>
internal sealed class SwitchOn(Store store, AuditLog audit, TimeProvider clock, StagedCodes codes, ApplyChanges changes, IEnumerable<ICatalogListener> listeners)
{
    private const int MostNamed = 5, Many = 1_000;

    /// <summary>Takes a batch in state Switching to Done.</summary>
    public async Task Run(long importId, JobContext job, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        var batch = await store.Set<ImportBatch>().AsNoTracking().SingleAsync(b => b.Id == importId, cancel);
        await codes.Complete(batch, cancel);
        await changes.Run(batch, job, cancel);
        // Within the transaction of the switch the lease cannot be renewed.
        await job.Report(0, 0, "切换");
        if (await Finish(importId, job.Actor, cancel) >= Many) await store.GatherStatistics(cancel, "catalog_resources", "catalog_items", "catalog_search");
    }

    // Returns the number of rows that are new.
    private async Task<int> Finish(long importId, Actor actor, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var batch = await store.Set<ImportBatch>().SingleAsync(b => b.Id == importId, cancel);
        if (batch.State != ImportState.Switching) return 0;
        var published = batch.Target == ImportTarget.Published;
        // All else was written before: the less is rewritten here, the shorter everybody waits.
        var created = await MakeVisible(importId, published ? ResourceState.Published : ResourceState.Draft, cancel);
        var states = await store.Set<ImportChange>().Where(c => c.ImportId == importId).GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var summary = batch.ReadSummary() with { Created = created, Updated = states.GetValueOrDefault(ChangeState.Applied), Overtaken = states.GetValueOrDefault(ChangeState.Overtaken) };
        batch.Summary = BatchJson.Write(summary);
        batch.State = ImportState.Done;
        batch.Note = summary.Overtaken == 0 ? "" : await Left(importId, summary.Overtaken, cancel);
        batch.Edit++;
        audit.Add(actor, CatalogAudit.Imported, Subject(batch), after: new
        {
            batch.FileName, batch.FileDigest, batch.Target, batch.OnlyGood, summary.Rows, summary.Created, summary.Updated, summary.Overtaken,
            Mapping = batch.ReadMapping().Columns.Columns.Where(c => c.Key is not null).ToDictionary(c => c.Header, c => c.Key),
        });
        if (published)
        {
            var providers = await Providers(importId, cancel);
            foreach (var listener in listeners) await listener.Published(PublishedChange.Any(providers), actor, cancel);
        }
        // As late as can be: by it the facets know that rows of an older revision have just become visible.
        batch.FinishedAt = clock.GetUtcNow();
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return created;
    }

    // Slice by slice in the one transaction: SQLite keeps what a single statement overwrites in memory until it ends.
    private async Task<int> MakeVisible(long importId, ResourceState state, CancellationToken cancel)
    {
        const string Sql = """
            UPDATE catalog_resources SET state = @state, changed_at = @now
            WHERE id IN (SELECT id FROM catalog_resources WHERE import_id = @import AND import_id <> 0 AND state = 'Staged' ORDER BY id LIMIT 10000)
            """;
        // What nobody saw until now is new now, for those who look for what is new.
        var (all, now) = (0, clock.GetUtcNow().ToUnixTimeMilliseconds());
        while (await store.Execute(Sql, cancel, ("state", state.ToString()), ("import", importId), ("now", now)) is var some and > 0) all += some;
        return all;
    }

    private async Task<string> Left(long importId, int count, CancellationToken cancel)
    {
        var some = await store.Set<ImportChange>().Where(c => c.ImportId == importId && c.State == ChangeState.Overtaken).OrderBy(c => c.Id).Take(MostNamed).Select(c => c.Content).ToListAsync(cancel);
        var names = string.Join('、', some.Select(c => BatchJson.Read<ResourceContent>(c).Name)) + (count > some.Count ? "……" : "");
        return BatchNote.Of(new("catalog.import.overtaken", "有 {0} 个目录没有更新，保持原样：{1}。检查之后有人改过，或文件给的代码已属于别的目录。需要的话再导入一次。", null, FaultKind.Conflict, count, names));
    }

    /// <summary>The batch as the audit log names it.</summary>
    public static Subject Subject(ImportBatch batch) => new("catalog.import", batch.Id, batch.FileName);

    /// <summary>The providers whose catalogue a batch touched.</summary>
    public static string ProviderSql => """
        SELECT DISTINCT provider_id FROM catalog_resources WHERE import_id = @import
        UNION SELECT r.provider_id FROM catalog_import_changes c JOIN catalog_resources r ON r.id = c.resource_id WHERE c.import_id = @import AND c.state IN ('Applied', 'Undone')
        """;

    private Task<List<long>> Providers(long importId, CancellationToken cancel) => store.Query(ProviderSql, r => r.GetInt64(0), cancel, ("import", importId));
}
