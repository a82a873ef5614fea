using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Resources.Editing;

/// <summary>Who saved a resource last, by the audit log.</summary>
internal sealed class LastSaved(Store store)
{
    /// <summary>Name and time; the system where nobody is known.</summary>
    public async Task<(string Who, DateTimeOffset? At)> Of(long id, CancellationToken cancel)
    {
        var last = await store.Set<AuditEvent>().AsNoTracking().Where(e => e.SubjectKind == CatalogAudit.Kind && e.SubjectId == id)
            .OrderByDescending(e => e.Id).Select(e => new { e.ActorName, e.At }).FirstOrDefaultAsync(cancel);
        return (last?.ActorName ?? "", last?.At);
    }
}
