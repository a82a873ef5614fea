using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;

namespace Qingdan.Catalog.Resources;

/// <summary>
/// 职能划转: resources go to the unit that takes a duty over, with what is being made of them. Their codes and versions stay; the history says who had them before.
/// What was withdrawn stays with the unit that withdrew it.
/// </summary>
internal sealed class ResourceDuties(Store store, AuditLog audit, JobQueue jobs, IdSource ids, TimeProvider clock, IEnumerable<ICatalogListener> listeners) : IDutyHolder, IDutyResources
{
    private const int Slice = 500;

    public string Kind => "数据目录";

    public async Task<IReadOnlyList<DutyResource>> Of(IReadOnlyCollection<long> units, CancellationToken cancel) =>
        await Held(units).OrderBy(r => r.Id).Select(r => new DutyResource(r.Id, r.Name, r.Code ?? "", r.SystemName)).ToListAsync(cancel);

    public async Task<IReadOnlyList<DutyRow>> Touched(DutyScope scope, CancellationToken cancel) =>
        [.. (await Held(scope.From).OrderBy(r => r.Id).Select(r => new { r.Id, r.Name, r.Code, r.State }).ToListAsync(cancel))
            .Where(r => scope.Resources.Contains(r.Id)).Select(r => new DutyRow(r.Id, r.Name, r.Code ?? "", r.State.Name()))];

    public async Task<IReadOnlyList<DutyRow>> Move(DutyScope scope, DutyReason reason, Actor actor, CancellationToken cancel)
    {
        var rows = await Touched(scope, cancel);
        if (rows.Count == 0) return rows;
        await store.InsertMany(rows.Select(r => audit.Event(
            actor, CatalogAudit.HandedOver, new Subject(CatalogAudit.Kind, r.Id, r.Name), before: new { Provider = reason.From }, after: new { Provider = reason.To, reason.Day }, why: reason.Document)).ToList(), cancel);
        var now = clock.GetUtcNow();
        foreach (var some in rows.Select(r => r.Id).Chunk(Slice))
            await store.Set<Resource>().Where(r => some.Contains(r.Id)).ExecuteUpdateAsync(s => s
                .SetProperty(r => r.ProviderId, scope.To).SetProperty(r => r.Edit, r => r.Edit + 1).SetProperty(r => r.ChangedAt, now), cancel);
        foreach (var listener in listeners) await listener.Published(PublishedChange.Any([scope.From[0], scope.To]), actor, cancel);
        // What waited for the organization code of its provider may have it now.
        jobs.Add(actor, GiveCodes.JobKind, new CodesOrder([scope.To]));
        return rows;
    }

    public async Task Stamp(IReadOnlyList<DutyRow> moved, CancellationToken cancel)
    {
        var revision = ids.Next();
        foreach (var some in moved.Select(r => r.Id).Chunk(Slice)) await store.Set<Resource>().Where(r => some.Contains(r.Id)).ExecuteUpdateAsync(s => s.SetProperty(r => r.Revision, revision), cancel);
    }

    private IQueryable<Resource> Held(IReadOnlyCollection<long> units) => store.Set<Resource>().AsNoTracking()
        .Where(r => units.Contains(r.ProviderId) && r.State != ResourceState.Staged && r.State != ResourceState.Removed && r.State != ResourceState.Withdrawn);
}
