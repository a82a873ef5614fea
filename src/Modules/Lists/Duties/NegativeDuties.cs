using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;

namespace Qingdan.Lists.Duties;

/// <summary>职能划转 of the 负面清单: rows follow their resource wherever they stand on the route; the people of the new unit go on. The day of review stays.</summary>
internal sealed class NegativeDuties(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock) : IDutyHolder
{
    public string Kind => "负面清单";

    public async Task<IReadOnlyList<DutyRow>> Touched(DutyScope scope, CancellationToken cancel)
    {
        var rows = await store.Set<Negative>().AsNoTracking().Where(n => scope.From.Contains(n.ProviderId) && n.State != NegativeState.Removed).OrderBy(n => n.Id)
            .Select(n => new { n.Id, n.ResourceId, n.Name, n.Number, n.State, n.ReviewOn }).ToListAsync(cancel);
        return [.. rows.Where(n => scope.Whole || scope.Resources.Contains(n.ResourceId))
            .Select(n => new DutyRow(n.Id, n.Name, n.Number ?? "", n.State.Text()) { Due = n.ReviewOn, DueWord = n.ReviewOn is null ? "" : "定期复核" })];
    }

    public async Task<IReadOnlyList<DutyRow>> Move(DutyScope scope, DutyReason reason, Actor actor, CancellationToken cancel)
    {
        // The rows get their revision at the end of the transfer, and the book of lines follows then.
        _ = await turn.Begin(cancel);
        var rows = await Touched(scope, cancel);
        await store.InsertMany(rows.Select(r => audit.Event(
            actor, ListsAudit.NegativeHandedOver, new Subject(ListsAudit.NegativeKind, r.Id, r.Name), before: new { Provider = reason.From }, after: new { Provider = reason.To, reason.Day }, why: reason.Document)).ToList(), cancel);
        var now = clock.GetUtcNow();
        foreach (var some in rows.Select(r => r.Id).Chunk(DutySlice.Rows))
            // A candidate that nobody has touched stays one: generation goes on keeping it.
            await store.Set<Negative>().Where(n => some.Contains(n.Id)).ExecuteUpdateAsync(s => s
                .SetProperty(n => n.ProviderId, scope.To).SetProperty(n => n.Edit, n => n.Edit == 0 ? 0 : n.Edit + 1).SetProperty(n => n.ChangedAt, now), cancel);
        return rows;
    }

    public async Task Stamp(IReadOnlyList<DutyRow> moved, CancellationToken cancel)
    {
        await using var writing = await turn.Begin(cancel);
        var revision = ids.Next();
        foreach (var some in moved.Select(r => r.Id).Chunk(DutySlice.Rows)) await store.Set<Negative>().Where(n => some.Contains(n.Id)).ExecuteUpdateAsync(s => s.SetProperty(n => n.Revision, revision), cancel);
        await writing.CommitAsync(cancel);
    }
}
