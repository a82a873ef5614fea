using System.Globalization;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Checking;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Import.Merging;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;

namespace Qingdan.Catalog.Import.Running;

/// <summary>Writes the rows of a batch where nobody sees them, and takes them out again.</summary>
internal sealed class StagedRows(Store store, IdSource ids, TimeProvider clock, SearchBulk search, CatalogCodes codes)
{
    /// <summary>Writes new resources with their items and search rows: one transaction.</summary>
    public async Task Add(ImportBatch batch, IReadOnlyList<ImportedResource> slice, JobContext job, CancellationToken cancel)
    {
        var made = new List<(Resource Row, ResourceContent Content)>(slice.Count);
        foreach (var resource in slice) made.Add(Make(batch, resource));
        // Before the search rows: a resource is found by its code. Drafts get theirs when they are published. A slice that fails leaves a gap in the numbers.
        if (batch.Target == ImportTarget.Published) await codes.Give([.. made.Select(m => m.Row).Where(r => r.Code is null)], cancel);
        var words = search.Words(made.Select(m => (m.Row.Id, m.Row.Code, m.Content)));
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await job.Hold(store, cancel);
        await using (var writer = await BulkWriter.Open(store, "catalog_resources", cancel, ResourceColumns))
        {
            foreach (var (row, _) in made) await writer.Write(Values(row));
            await writer.Complete(cancel);
        }
        if (made.Exists(m => m.Content.Items.Count > 0)) await AddItems(made, cancel);
        await search.Add(words, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Writes the contents that wait for the switch.</summary>
    public async Task AddChanges(ImportBatch batch, IReadOnlyList<Judgement> slice, JobContext job, CancellationToken cancel)
    {
        store.AddRange(slice.Select(j => (j.Resource, With: j.With!, Known: j.With!.Known!)).Select(j => new ImportChange
        {
            Id = ids.Next(), ImportId = batch.Id, ResourceId = j.Known.Id, Content = BatchJson.Write(j.With.After), Digest = j.Resource.Digest(),
            Code = j.Known.Code is null ? j.Resource.Code : null, NationalCode = j.Known.NationalCode is null ? j.Resource[ImportField.NationalCode] : null,
            StateBefore = j.Known.State, EditAfter = j.Known.Edit + 1,
            // A version keeps what was in force; anything else that is replaced is kept here.
            DraftBefore = j.With.OfDraft || j.Known.State == ResourceState.Draft ? BatchJson.Write(j.With.Before) : null,
        }));
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await job.Hold(store, cancel);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        store.ChangeTracker.Clear();
    }

    /// <summary>Takes out everything that waits, in slices; used before a second attempt and after a failed one.</summary>
    public async Task Clear(long importId, CancellationToken cancel)
    {
        while (true)
        {
            var slice = await store.Query("SELECT id FROM catalog_resources WHERE import_id = @import AND state = 'Staged' LIMIT 1000", r => r.GetInt64(0), cancel, ("import", importId));
            if (slice.Count == 0) break;
            var list = string.Join(',', slice);
            await using var transaction = await store.Database.BeginTransactionAsync(cancel);
            await search.Remove(slice, cancel);
            await store.Execute($"DELETE FROM catalog_items WHERE resource_id IN ({list})", cancel);
            await store.Execute($"DELETE FROM catalog_resources WHERE id IN ({list})", cancel);
            await transaction.CommitAsync(cancel);
        }
        await store.Execute("DELETE FROM catalog_import_changes WHERE import_id = @import AND state = 'Waiting'", cancel, ("import", importId));
    }

    private (Resource, ResourceContent) Make(ImportBatch batch, ImportedResource resource)
    {
        var content = resource.Content();
        var now = clock.GetUtcNow();
        var row = new Resource
        {
            Id = ids.Next(), Name = "", NameKey = "", ProviderId = resource.Provider.Id, Code = resource.Code, NationalCode = resource[ImportField.NationalCode],
            State = ResourceState.Staged, Version = batch.Target == ImportTarget.Published ? 1 : 0, Edit = 1, ImportId = batch.Id, ImportDigest = resource.Digest(), CreatedAt = now, ChangedAt = now,
        };
        row.Revision = row.Id;
        row.Fill(content);
        return (row, content);
    }

    private async Task AddItems(List<(Resource Row, ResourceContent Content)> made, CancellationToken cancel)
    {
        await using var writer = await BulkWriter.Open(store, "catalog_items", cancel, ItemColumns);
        foreach (var (row, content) in made)
            for (var i = 0; i < content.Items.Count; i++) await writer.Write(Values(content.Items[i].Row(ids.Next(), row.Id, i + 1)));
        await writer.Complete(cancel);
    }

    private static readonly (string, BulkType)[] ResourceColumns =
    [
        ("id", BulkType.Number), ("code", BulkType.Text), ("national_code", BulkType.Text), ("name", BulkType.Text), ("name_key", BulkType.Text), ("provider_id", BulkType.Number),
        ("summary", BulkType.Text), ("theme", BulkType.Text), ("system_name", BulkType.Text), ("duty", BulkType.Text), ("formats", BulkType.Text), ("frequency", BulkType.Text),
        ("share", BulkType.Text), ("share_stated", BulkType.Flag), ("share_condition", BulkType.Text), ("share_reason", BulkType.Text), ("share_ways", BulkType.Text),
        ("open_type", BulkType.Text), ("data_level", BulkType.Text), ("data_updated_on", BulkType.Text), ("elements", BulkType.Text), ("state", BulkType.Text), ("version", BulkType.Small),
        ("edit", BulkType.Small), ("revision", BulkType.Number), ("import_id", BulkType.Number), ("import_digest", BulkType.Text), ("created_at", BulkType.Number), ("changed_at", BulkType.Number),
    ];

    private static object?[] Values(Resource r) =>
    [
        r.Id, r.Code, r.NationalCode, r.Name, r.NameKey, r.ProviderId, r.Summary, r.Theme, r.SystemName, r.Duty, r.Formats, r.Frequency?.ToString(),
        r.Share?.ToString(), r.ShareStated, r.ShareCondition, r.ShareReason, r.ShareWays, r.OpenType?.ToString(), r.DataLevel, Day(r.DataUpdatedOn), r.Elements, r.State.ToString(), r.Version,
        r.Edit, r.Revision, r.ImportId, r.ImportDigest, r.CreatedAt.ToUnixTimeMilliseconds(), r.ChangedAt.ToUnixTimeMilliseconds(),
    ];

    private static readonly (string, BulkType)[] ItemColumns =
    [
        ("id", BulkType.Number), ("resource_id", BulkType.Number), ("place", BulkType.Small), ("name", BulkType.Text), ("field_name", BulkType.Text), ("data_type", BulkType.Text), ("length", BulkType.Small),
        ("note", BulkType.Text), ("share", BulkType.Text), ("share_condition", BulkType.Text), ("share_reason", BulkType.Text), ("open_type", BulkType.Text), ("elements", BulkType.Text),
    ];

    private static object?[] Values(Item i) =>
        [i.Id, i.ResourceId, i.Place, i.Name, i.FieldName, i.DataType, i.Length, i.Note, i.Share?.ToString(), i.ShareCondition, i.ShareReason, i.OpenType?.ToString(), i.Elements];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
