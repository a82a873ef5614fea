using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;

namespace Qingdan.Catalog.Resources;

/// <summary>Adds a new draft with its items, audit event and search row, within the caller's transaction.</summary>
internal sealed class NewDraft(Store store, AuditLog audit, IdSource ids, TimeProvider clock, SearchWriter search)
{
    /// <summary>Adds and saves it; returns its id.</summary>
    public async Task<long> Add(long provider, ResourceContent content, Actor actor, CancellationToken cancel, string? why = null)
    {
        var row = new Resource { Id = ids.Next(), Name = "", NameKey = "", ProviderId = provider, State = ResourceState.Draft, CreatedAt = clock.GetUtcNow() };
        row.Fill(content);
        row.Touch(ids, clock);
        store.Add(row);
        store.AddRange(content.Items.Select((item, i) => item.Row(ids.Next(), row.Id, i + 1)));
        audit.Add(actor, CatalogAudit.Saved, CatalogAudit.Of(row), after: content, why: why);
        await store.SaveChangesAsync(cancel);
        await search.Write(row, content, cancel);
        return row.Id;
    }
}
