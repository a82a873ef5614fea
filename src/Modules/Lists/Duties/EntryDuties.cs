using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;

namespace Qingdan.Lists.Duties;

/// <summary>职能划转 of the 责任清单: rows follow their resource with their numbers, decisions and promised days; what was removed stays where it was.</summary>
internal sealed class EntryDuties(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock) : IDutyHolder
{
    public string Kind => "责任清单";

    public async Task<IReadOnlyList<DutyRow>> Touched(DutyScope scope, CancellationToken cancel)
    {
        var rows = await store.Set<Entry>().AsNoTracking().Where(e => scope.From.Contains(e.ProviderId) && e.State != EntryState.Removed && e.State != EntryState.Dropped).OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.ResourceId, e.DraftId, e.Name, e.Number, e.State, e.PromisedOn }).ToListAsync(cancel);
        return [.. rows.Where(e => scope.Whole || scope.Resources.Contains(e.ResourceId) || scope.Resources.Contains(e.DraftId))
            .Select(e => new DutyRow(e.Id, e.Name, e.Number ?? "", e.State.Text()) { Due = e.PromisedOn, DueWord = e.PromisedOn is null ? "" : "承诺提供期限" })];
    }

    public async Task<IReadOnlyList<DutyRow>> Move(DutyScope scope, DutyReason reason, Actor actor, CancellationToken cancel)
    {
        // The rows get their revision at the end of the transfer, and the book of lines follows then.
        _ = await turn.Begin(cancel);
        var rows = await Touched(scope, cancel);
        await store.InsertMany(rows.Select(r => audit.Event(
            actor, ListsAudit.EntryHandedOver, new Subject(ListsAudit.EntryKind, r.Id, r.Name), before: new { Provider = reason.From }, after: new { Provider = reason.To, reason.Day }, why: reason.Document)).ToList(), cancel);
        var now = clock.GetUtcNow();
        foreach (var some in rows.Select(r => r.Id).Chunk(DutySlice.Rows))
        {
            // A candidate that nobody has touched stays one: generation goes on keeping it.
            await store.Set<Entry>().Where(e => some.Contains(e.Id)).ExecuteUpdateAsync(s => s
                .SetProperty(e => e.ProviderId, scope.To).SetProperty(e => e.Edit, e => e.Edit == 0 ? 0 : e.Edit + 1).SetProperty(e => e.ChangedAt, now), cancel);
            await store.Set<EntryChange>().Where(c => some.Contains(c.EntryId) && c.State == EntryChangeState.Open).ExecuteUpdateAsync(s => s.SetProperty(c => c.ProviderId, scope.To), cancel);
        }
        return rows;
    }

    public async Task Stamp(IReadOnlyList<DutyRow> moved, CancellationToken cancel)
    {
        await using var writing = await turn.Begin(cancel);
        var revision = ids.Next();
        foreach (var some in moved.Select(r => r.Id).Chunk(DutySlice.Rows)) await store.Set<Entry>().Where(e => some.Contains(e.Id)).ExecuteUpdateAsync(s => s.SetProperty(e => e.Revision, revision), cancel);
        await writing.CommitAsync(cancel);
    }
}

/// <summary>Rows named in one statement.</summary>
internal static class DutySlice
{
    public const int Rows = 500;
}
