using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Resources;

/// <summary>
/// 放弃: gives up a draft, or a change that was not handed in. A draft goes into a state nobody sees; of a change the version in force stays as it is.
/// What was given up stands in the audit log.
/// </summary>
internal sealed class DropDraft(Store store, ResourceAccess access, AuditLog audit, IdSource ids, TimeProvider clock, SearchBulk search)
{
    /// <summary>Gives up what the person saw as number <paramref name="edit"/>; answers the state that is left.</summary>
    public async Task<Result<ResourceState>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        var row = await (await access.Own(actor, cancel)).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (row is null) return CatalogFaults.NotFound;
        if (SubmitResource.Refusal(row.State) is { } refusal) return refusal;
        if (row.Edit != edit) return CatalogFaults.NotAsSeen;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var dropped = row.State == ResourceState.Draft ? await Remove(row, cancel) : await GoBack(row, cancel);
        row.Touch(ids, clock);
        audit.Add(actor, CatalogAudit.DraftDropped, CatalogAudit.Of(row), before: dropped, after: new { row.State });
        if (!await store.TrySave(cancel)) return CatalogFaults.NotAsSeen;
        await transaction.CommitAsync(cancel);
        return row.State;
    }

    // Its codes become free again, as those of an undone import do.
    private async Task<object> Remove(Resource row, CancellationToken cancel)
    {
        var content = row.Content(await store.Set<Item>().AsNoTracking().Where(i => i.ResourceId == row.Id).ToListAsync(cancel));
        var dropped = new { row.Code, row.NationalCode, Content = content };
        (row.State, row.Code, row.NationalCode) = (ResourceState.Removed, null, null);
        await search.Remove([row.Id], cancel);
        return dropped;
    }

    private async Task<object> GoBack(Resource row, CancellationToken cancel)
    {
        var draft = await store.Set<ResourceDraft>().SingleAsync(d => d.ResourceId == row.Id, cancel);
        store.Remove(draft);
        row.State = ResourceState.Published;
        return new { Content = JsonSerializer.Deserialize<ResourceContent>(draft.Content, JsonText.Readable) };
    }
}
