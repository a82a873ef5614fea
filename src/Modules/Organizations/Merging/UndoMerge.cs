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

/// <summary>Takes a merge back: the unit stands for itself again, as it was.</summary>
internal sealed class UndoMerge(Store store, DirectoryCache cache, AuditLog audit, IdSource ids, TimeProvider clock, IEnumerable<IUnitListener> listeners)
{
    public async Task<Result<Done>> Run(long fromId, Actor actor, CancellationToken cancel)
    {
        var from = await store.Set<Organization>().SingleOrDefaultAsync(o => o.Id == fromId && o.MergedIntoId != null, cancel);
        if (from is null) return new Fault("organizations.merge.none", "这个单位没有并入别的单位，不需要撤销。", null, FaultKind.NotFound);
        var into = from.MergedIntoId;
        var now = clock.GetUtcNow();
        // The kind is inferred exactly as long as nobody has confirmed the unit.
        (from.State, from.MergedIntoId, from.Version, from.UpdatedAt) = (from.KindInferred ? OrganizationState.Proposed : OrganizationState.Active, null, from.Version + 1, now);
        store.Add(new HistoryEntry
        {
            Id = ids.Next(), UnitId = from.Id, OtherUnitId = into, Kind = HistoryKind.MergeUndone, Day = clock.Today(), At = now, PersonId = actor.PersonId, PersonName = actor.Name,
        });
        audit.Add(actor, OrganizationsAudit.MergeUndone, new Subject(OrganizationsAudit.Unit, from.Id, from.Name), before: new { IntoId = into });
        foreach (var listener in listeners) await listener.Changed([from.Id, into!.Value], actor, cancel);
        if (!await store.TrySave(cancel)) return OrganizationFaults.Changed;
        cache.Changed();
        return new Done();
    }
}
