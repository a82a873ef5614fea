using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Items.Prose;

/// <summary>这不是数据项: what the summary of a resource names is not proposed again. Saying it twice changes nothing.</summary>
internal sealed class RefuseProposed(Store store, ResourceAccess access, AuditLog audit, TimeProvider clock)
{
    /// <summary>Remembers it; answers the resource's name.</summary>
    public async Task<Result<string>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var row = await (await access.Own(actor, cancel)).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (row is null) return CatalogFaults.NotFound;
        if (await store.Set<ProseRefusal>().AnyAsync(r => r.ResourceId == id, cancel)) return row.Name;
        store.Add(new ProseRefusal { ResourceId = id, RefusedBy = actor.Name, RefusedAt = clock.GetUtcNow() });
        audit.Add(actor, CatalogAudit.ProposalRefused, CatalogAudit.Of(row));
        return await store.TrySave(cancel) ? row.Name : CatalogFaults.NotAsSeen;
    }
}
