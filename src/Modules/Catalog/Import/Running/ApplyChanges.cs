using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Import.Running;

/// <summary>Gives known resources the content that an import brings: as the next version, or as a draft beside the one in force.</summary>
internal sealed class ApplyChanges(Store store, IdSource ids, TimeProvider clock, SearchWriter search, CatalogCodes codes)
{
    private const int Slice = 100;

    /// <summary>Applies all that wait, slice by slice.</summary>
    public async Task Run(ImportBatch batch, JobContext job, CancellationToken cancel)
    {
        var total = await store.Set<ImportChange>().CountAsync(c => c.ImportId == batch.Id, cancel);
        while (await store.Set<ImportChange>().Where(c => c.ImportId == batch.Id && c.State == ChangeState.Waiting).OrderBy(c => c.Id).Take(Slice).ToListAsync(cancel) is { Count: > 0 } slice)
        {
            await using (var transaction = await store.Database.BeginTransactionAsync(cancel))
            {
                foreach (var change in slice) await One(batch, change, job.Actor.Name, cancel);
                // Somebody saved one of them in this moment: the slice is read again and that one is left as that person wrote it.
                if (await store.TrySave(cancel)) await transaction.CommitAsync(cancel);
            }
            store.ChangeTracker.Clear();
            await job.Report(total - await store.Set<ImportChange>().CountAsync(c => c.ImportId == batch.Id && c.State == ChangeState.Waiting, cancel), total, "更新已有目录");
        }
    }

    private async Task One(ImportBatch batch, ImportChange change, string actor, CancellationToken cancel)
    {
        var row = await store.Set<Resource>().SingleOrDefaultAsync(r => r.Id == change.ResourceId, cancel);
        if (row is null || row.Edit != change.EditAfter - 1 || await CodesGone(change, cancel))
        {
            change.State = ChangeState.Overtaken;
            return;
        }
        // Before the search row is written: a resource is found by its code.
        (row.Code, row.NationalCode) = (row.Code ?? change.Code, row.NationalCode ?? change.NationalCode);
        if (batch.Target == ImportTarget.Draft && row.State != ResourceState.Draft) await Beside(batch, row, change, cancel);
        else await InPlace(batch, row, change, actor, cancel);
        row.ImportDigest = change.Digest;
        row.Touch(ids, clock);
        change.State = ChangeState.Applied;
    }

    // Given to another resource since the check.
    private async Task<bool> CodesGone(ImportChange change, CancellationToken cancel) =>
        (change.Code ?? change.NationalCode) is not null && await codes.Taken(change.ResourceId, change.Code, change.NationalCode, cancel);

    private async Task Beside(ImportBatch batch, Resource row, ImportChange change, CancellationToken cancel)
    {
        var draft = await store.Set<ResourceDraft>().SingleOrDefaultAsync(d => d.ResourceId == row.Id, cancel);
        if (draft is null) store.Add(draft = new ResourceDraft { ResourceId = row.Id, Content = "", AuthorName = "" });
        var before = draft.Content.Length == 0 ? [] : JsonSerializer.Deserialize<ResourceContent>(draft.Content, JsonText.Readable)!.Items;
        var content = JsonSerializer.Deserialize<ResourceContent>(change.Content, JsonText.Readable)!.WithIds((await Items(row, cancel)).Select(i => i.Id), before, ids);
        (draft.Content, draft.AuthorId, draft.AuthorName, draft.ChangedAt) = (JsonSerializer.Serialize(content, JsonText.Readable), batch.ActorId, batch.ActorName, clock.GetUtcNow());
        draft.Edit++;
        row.State = ResourceState.Changing;
        if (change.Code is not null) await search.Write(row, row.Content(await Items(row, cancel)), cancel);
    }

    private async Task InPlace(ImportBatch batch, Resource row, ImportChange change, string actor, CancellationToken cancel)
    {
        var content = JsonSerializer.Deserialize<ResourceContent>(change.Content, JsonText.Readable)!;
        if (row.State != ResourceState.Draft)
        {
            store.Add(Superseded(row, row.Content(await Items(row, cancel)), batch.Id, actor));
            row.Version++;
        }
        else if (batch.Target == ImportTarget.Published)
        {
            (row.State, row.Version) = (ResourceState.Published, 1);
            await codes.Give([row], cancel);
        }
        await store.Apply(row, content, ids, cancel);
        await search.Write(row, content, cancel);
    }

    private Task<List<Item>> Items(Resource row, CancellationToken cancel) => store.Set<Item>().Where(i => i.ResourceId == row.Id).ToListAsync(cancel);

    /// <summary>The version that is being replaced.</summary>
    public ResourceVersion Superseded(Resource row, ResourceContent before, long importId, string actor) => new()
    {
        Id = ids.Next(), ResourceId = row.Id, Number = row.Version, Content = JsonSerializer.Serialize(before, JsonText.Readable),
        ReplacedAt = clock.GetUtcNow(), ReplacedBy = actor, ImportId = importId,
    };
}
