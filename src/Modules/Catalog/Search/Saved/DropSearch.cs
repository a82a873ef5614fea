using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Search.Saved;

/// <summary>删除保存的检索: the person's own.</summary>
internal sealed class DropSearch(Store store, AuditLog audit)
{
    public static readonly Fault NotFound = new("catalog.search.not-found", "没有这个保存的检索，或它是别人的。", null, FaultKind.NotFound);

    /// <summary>Drops; answers its name.</summary>
    public async Task<Result<string>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<SavedSearch>().SingleOrDefaultAsync(s => s.Id == id && s.PersonId == actor.PersonId, cancel) is not { } row) return NotFound;
        store.Remove(row);
        audit.Add(actor, CatalogAudit.SearchDropped, row.Subject, before: new { row.Name, row.Query });
        return await store.TrySave(cancel) ? row.Name : NotFound;
    }
}
