using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Files;

/// <summary>移除附件: only while the unit writes the demand. The file stays in the store, no longer shown.</summary>
internal sealed class RemoveFile(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations)
{
    /// <summary>Takes one off; the answer is the demand's edit number afterwards.</summary>
    public async Task<Result<int>> Run(long id, int edit, long fileId, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var row = await store.Set<Demand>().SingleOrDefaultAsync(d => d.Id == id && own.Contains(d.UnitId), cancel);
        if (row is null) return DemandFaults.NotFound;
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return DemandFaults.NotYours;
        if (row.State is not (DemandState.Draft or DemandState.Returned)) return DemandFaults.NotNow;
        var file = await store.Set<DemandFile>().SingleOrDefaultAsync(f => f.Id == fileId && f.DemandId == id && f.State == DemandFileState.Attached, cancel);
        if (file is null) return FindFiles.NotFound;
        if (row.Edit != edit) return DemandFaults.ChangedMeanwhile;
        file.State = DemandFileState.Removed;
        row.Touch(ids, clock);
        var kept = await store.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.Id == file.FileId, cancel);
        audit.Add(actor, ListsAudit.DemandFileRemoved, ListsAudit.Of(row), before: new { FileName = kept.Name, FileKind = file.Kind, kept.Digest, FileState = DemandFileState.Attached }, after: new { FileState = file.State });
        return await store.TrySave(cancel) ? row.Edit : DemandFaults.ChangedMeanwhile;
    }
}
