using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>
/// 决定建议移出: the authority takes what units proposed off the lists, by the same steps as on the entries' own pages, or leaves it. Of a responsibility from the catalogue
/// the removal is proposed, and confirmed and undone like any other change. Each row is decided by itself: one that cannot be decided stays and says why.
/// </summary>
internal sealed class DecideProposals(Store store, DropNegative drop, RemoveEntry remove, ProposeChange propose, AuditLog audit)
{
    private const int Most = 200;

    /// <summary>Decides the named rows; how many were.</summary>
    public async Task<Result<int>> Run(long reviewId, IReadOnlyCollection<long> chosen, bool agrees, string reason, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return ReviewFaults.NotYours;
        if (ReviewFaults.OfReason(reason, true) is { } fault) return fault;
        if (chosen.Count > Most) return new Fault("lists.review.decide.too-many", "一次最多决定 200 条。", "id", FaultKind.TooLarge);
        var review = await store.Set<Review>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == reviewId, cancel);
        if (review is null) return ReviewFaults.NotFound;
        var rows = await store.Set<ReviewRow>().AsNoTracking().Where(r => r.ReviewId == reviewId && chosen.Contains(r.Id) && r.Outcome == ReviewOutcome.Proposed).OrderBy(r => r.Id).ToListAsync(cancel);
        if (rows.Count == 0) return ReviewFaults.NoneChosen;
        var (faults, done) = (new List<Fault>(), 0);
        foreach (var row in rows)
        {
            store.ChangeTracker.Clear();
            var outcome = agrees ? await TakeOff(review, row, reason, actor, cancel) : ReviewOutcome.Refused;
            if (!outcome.TryGet(out var now))
            {
                faults.Add(new("lists.review.decide.row", "“{0}”：{1}", null, outcome.Faults[0].Kind, row.Name, outcome.Faults[0].Text));
                continue;
            }
            done += await Keep(review, row, now, reason, actor, cancel);
        }
        return done == 0 && faults.Count > 0 ? faults : done;
    }

    private async Task<Result<ReviewOutcome>> TakeOff(Review review, ReviewRow row, string reason, Actor actor, CancellationToken cancel)
    {
        if (row.Kind == ReviewedKind.Negative)
        {
            if (!await store.Set<Negative>().AnyAsync(n => n.Id == row.TargetId && n.State == NegativeState.InForce, cancel)) return ReviewOutcome.Removed;
            var dropped = await drop.Run(row.TargetId, reason, actor, cancel);
            return dropped.Ok ? ReviewOutcome.Removed : dropped.As<ReviewOutcome>();
        }
        var entry = await store.Set<Entry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == row.TargetId && e.State == EntryState.InForce, cancel);
        if (entry is null) return ReviewOutcome.Removed;
        if (entry.ResourceId != 0) return await Propose(review, row, actor, cancel);
        var removed = await remove.Run(row.TargetId, reason, actor, cancel);
        return removed.Ok ? ReviewOutcome.Removed : removed.As<ReviewOutcome>();
    }

    private async Task<Result<ReviewOutcome>> Propose(Review review, ReviewRow row, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<EntryChange>().AnyAsync(c => c.EntryId == row.TargetId && c.State == EntryChangeState.Open && c.Kind == EntryChangeKind.Remove, cancel)) return ReviewOutcome.Agreed;
        var proposed = await propose.Run(row.TargetId, nameof(EntryChangeKind.Remove), row.Reason, review.NoticeNumber, actor, cancel);
        return proposed.Ok ? ReviewOutcome.Agreed : proposed.As<ReviewOutcome>();
    }

    private async Task<int> Keep(Review review, ReviewRow row, ReviewOutcome outcome, string reason, Actor actor, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var kept = await store.Execute($"UPDATE lists_review_rows SET outcome = '{outcome}', outcome_note = @note WHERE id = @id AND outcome = 'Proposed'", cancel, ("note", reason.Trim()), ("id", row.Id));
        if (kept == 1) audit.Add(actor, ListsAudit.ReviewDecided, review.AsSubject(), after: new { row.Kind, row.Name, row.Number, outcome }, why: reason.Trim());
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return kept;
    }
}
