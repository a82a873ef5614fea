using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;

namespace Qingdan.Exchange.Grants;

/// <summary>职能划转: what was granted of data that go is owed by the unit that takes over; nobody who calls notices. What has ended stays as it was.</summary>
internal sealed class GrantDuties(Store store, AuditLog audit, IdSource ids, TimeProvider clock) : IDutyHolder
{
    private const int Slice = 500;

    public string Kind => "共享授权";

    public async Task<IReadOnlyList<DutyRow>> Touched(DutyScope scope, CancellationToken cancel) =>
        [.. (await store.Set<Grant>().AsNoTracking().Where(g => scope.From.Contains(g.ProviderId) && g.State != GrantState.Ended).OrderBy(g => g.Id).Select(g => new { g.Id, g.Resource, g.Number, g.State, g.ResourceId, g.EndsOn }).ToListAsync(cancel))
            .Where(g => scope.Resources.Contains(g.ResourceId)).Select(g => new DutyRow(g.Id, g.Resource, g.Number, g.State.Text()) { Due = g.EndsOn, DueWord = g.EndsOn is null ? "" : "使用期限" })];

    public async Task<IReadOnlyList<DutyRow>> Move(DutyScope scope, DutyReason reason, Actor actor, CancellationToken cancel)
    {
        var (rows, now) = (await Touched(scope, cancel), clock.GetUtcNow());
        await store.InsertMany(rows.Select(r => audit.Event(actor, GrantAudit.HandedOver, new Subject(GrantAudit.Kind, r.Id, r.Code), before: new { Provider = reason.From }, after: new { Provider = reason.To, reason.Day }, why: reason.Document)).ToList(), cancel);
        await store.InsertMany(rows.Select(r => new GrantStep { Id = ids.Next(), GrantId = r.Id, Act = "移交", Note = $"{reason.From} → {reason.To}（{reason.Document}）", UnitId = scope.To, Person = actor.Name, At = now }).ToList(), cancel);
        foreach (var some in rows.Select(r => r.Id).Chunk(Slice))
            await store.Set<Grant>().Where(g => some.Contains(g.Id)).ExecuteUpdateAsync(s => s.SetProperty(g => g.ProviderId, scope.To).SetProperty(g => g.Edit, g => g.Edit + 1).SetProperty(g => g.ChangedAt, now), cancel);
        return rows;
    }

    public async Task Stamp(IReadOnlyList<DutyRow> moved, CancellationToken cancel)
    {
        var revision = ids.Next();
        foreach (var some in moved.Select(r => r.Id).Chunk(Slice)) await store.Set<Grant>().Where(g => some.Contains(g.Id)).ExecuteUpdateAsync(s => s.SetProperty(g => g.Revision, revision), cancel);
    }
}
