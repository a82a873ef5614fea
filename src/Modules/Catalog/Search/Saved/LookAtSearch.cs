using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Search.Saved;

/// <summary>打开保存的检索: from now on only what comes later is new.</summary>
internal sealed class LookAtSearch(Store store, AuditLog audit, TimeProvider clock)
{
    /// <summary>Answers the query as it stands in the address.</summary>
    public async Task<Result<string>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<SavedSearch>().SingleOrDefaultAsync(s => s.Id == id && s.PersonId == actor.PersonId, cancel) is not { } row) return DropSearch.NotFound;
        var before = row.LookedAt;
        row.LookedAt = clock.GetUtcNow();
        audit.Add(actor, CatalogAudit.SearchLookedAt, row.Subject, new { LookedAt = before }, new { row.LookedAt });
        return await store.TrySave(cancel) ? row.Query : DropSearch.NotFound;
    }
}
