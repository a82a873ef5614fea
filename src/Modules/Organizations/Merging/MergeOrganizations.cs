using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Directory;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Organizations.Merging;

/// <summary>
/// Makes one unit part of another. Its names and its id stand for the other from then on; no other row is touched, which is why <see cref="UndoMerge"/> is complete.
/// </summary>
internal sealed class MergeOrganizations(Store store, DirectoryCache cache, AuditLog audit, IdSource ids, TimeProvider clock, IEnumerable<IUnitListener> listeners)
{
    public async Task<Result<Done>> Run(long fromId, long intoId, Actor actor, CancellationToken cancel, DateOnly? day = null, string document = "", string note = "")
    {
        var units = await store.Set<Organization>().Where(o => (o.Id == fromId || o.Id == intoId) && o.MergedIntoId == null).ToListAsync(cancel);
        if (units.Find(o => o.Id == fromId) is not { } from || units.Find(o => o.Id == intoId) is not { } into) return OrganizationFaults.NotFound;
        if (from.Id == into.Id) return new Fault("organizations.merge.same", "不能并入自己。请选择两个不同的单位。", null, FaultKind.Conflict);
        var tree = await cache.Tree(cancel);
        if (tree.Below(from.Id).Any(u => u.Id == into.Id))
            return new Fault("organizations.merge.below", "“{0}”是“{1}”的下级单位，不能反过来并入。请改为保留“{1}”。", null, FaultKind.Conflict, into.Name, from.Name);
        var now = clock.GetUtcNow();
        (from.State, from.MergedIntoId, from.Version, from.UpdatedAt) = (OrganizationState.Merged, into.Id, from.Version + 1, now);
        // The other's version grows too: of two opposite merges in the same moment only one goes through, and no ring comes about.
        into.Version++;
        store.Add(new HistoryEntry
        {
            Id = ids.Next(), UnitId = from.Id, OtherUnitId = into.Id, Kind = HistoryKind.Merged, Day = day ?? clock.Today(), Document = document, Note = note, At = now, PersonId = actor.PersonId, PersonName = actor.Name,
        });
        audit.Add(actor, OrganizationsAudit.Merged, new Subject(OrganizationsAudit.Unit, from.Id, from.Name), after: new { Into = into.Name, IntoId = into.Id });
        foreach (var listener in listeners) await listener.Changed([from.Id, into.Id], actor, cancel);
        if (!await store.TrySave(cancel)) return OrganizationFaults.Changed;
        cache.Changed();
        return new Done();
    }
}
