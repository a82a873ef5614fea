using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;

namespace Qingdan.Exchange.Mounts;

/// <summary>职能划转: a mount goes with its resource; it stays in service meanwhile.</summary>
internal sealed class MountDuties(Store store, AuditLog audit, IdSource ids, TimeProvider clock) : IDutyHolder
{
    private const int Slice = 500;

    public string Kind => "挂接";

    public async Task<IReadOnlyList<DutyRow>> Touched(DutyScope scope, CancellationToken cancel) =>
        [.. (await store.Set<Mount>().AsNoTracking().Where(m => scope.From.Contains(m.ProviderId)).OrderBy(m => m.Id).Select(m => new { m.Id, m.Name, m.State, m.ResourceId }).ToListAsync(cancel))
            .Where(m => scope.Resources.Contains(m.ResourceId)).Select(m => new DutyRow(m.Id, m.Name, "", m.State.Text()))];

    public async Task<IReadOnlyList<DutyRow>> Move(DutyScope scope, DutyReason reason, Actor actor, CancellationToken cancel)
    {
        var rows = await Touched(scope, cancel);
        if (rows.Count == 0) return rows;
        await store.InsertMany(rows.Select(r => audit.Event(actor, MountAudit.HandedOver, new Subject(MountAudit.Kind, r.Id, r.Name), before: new { Provider = reason.From }, after: new { Provider = reason.To, reason.Day }, why: reason.Document)).ToList(), cancel);
        var now = clock.GetUtcNow();
        foreach (var some in rows.Select(r => r.Id).Chunk(Slice))
            await store.Set<Mount>().Where(m => some.Contains(m.Id)).ExecuteUpdateAsync(s => s.SetProperty(m => m.ProviderId, scope.To).SetProperty(m => m.Edit, m => m.Edit + 1).SetProperty(m => m.ChangedAt, now), cancel);
        return rows;
    }

    public async Task Stamp(IReadOnlyList<DutyRow> moved, CancellationToken cancel)
    {
        var revision = ids.Next();
        foreach (var some in moved.Select(r => r.Id).Chunk(Slice)) await store.Set<Mount>().Where(m => some.Contains(m.Id)).ExecuteUpdateAsync(s => s.SetProperty(m => m.Revision, revision), cancel);
    }
}
