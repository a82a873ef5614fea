using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Lists.Reviews;

/// <summary>
/// What signed answers set going, within the caller's transaction and some hundred at a time: what is kept gets its next day of review, what is to be reviewed again becomes a candidate,
/// what is proposed for removal waits for the authority.
/// </summary>
internal sealed class TakeAnswers(Store store, ReviewAgain again, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const int Slice = 200;

    /// <summary>Takes those of a sheet; a fault where somebody has just saved one of the entries.</summary>
    public async Task<Fault?> Run(ReviewSheet sheet, Actor actor, CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            store.ChangeTracker.Clear();
            var rows = await store.Set<ReviewRow>().Where(r => r.SheetId == sheet.Id && r.Id > after).OrderBy(r => r.Id).Take(Slice).ToListAsync(cancel);
            if (rows.Count == 0) return null;
            after = rows[^1].Id;
            var negatives = await InForce(rows, cancel);
            var entries = Ids(rows, ReviewedKind.Responsibility);
            var held = await store.Set<Entry>().Where(e => entries.Contains(e.Id) && e.State == EntryState.InForce).Select(e => e.Id).ToHashSetAsync(cancel);
            foreach (var row in rows) await Take(row, negatives, held, actor, cancel);
            if (!await store.TrySave(cancel)) return ReviewFaults.Changed;
        }
    }

    private async Task Take(ReviewRow row, Dictionary<long, Negative> negatives, HashSet<long> entries, Actor actor, CancellationToken cancel)
    {
        var negative = row.Kind == ReviewedKind.Negative ? negatives.GetValueOrDefault(row.TargetId) : null;
        if (negative is null && !(row.Kind == ReviewedKind.Responsibility && entries.Contains(row.TargetId)))
        {
            row.Outcome = ReviewOutcome.Gone;
            return;
        }
        row.Outcome = row.Answer switch { ReviewAnswer.Keep => ReviewOutcome.Kept, ReviewAnswer.ReviewAgain => ReviewOutcome.UnderReview, _ => ReviewOutcome.Proposed };
        if (negative is null) return;
        if (row.Answer == ReviewAnswer.Keep) Keep(negative, row.Reason, actor);
        else if (row.Answer == ReviewAnswer.ReviewAgain)
        {
            // One that is under review already, or whose data are gone, says so.
            var begun = await again.Begin(negative, actor, cancel);
            if (begun.TryGet(out var next)) row.SuccessorId = next;
            else row.OutcomeNote = begun.Faults[0].Text;
        }
    }

    private void Keep(Negative row, string reason, Actor actor)
    {
        var before = new { row.ReviewOn, row.ReviewCause };
        (row.ReviewOn, row.ReviewCause, row.ReviewLaw, row.ReviewChangedOn) = (clock.Today().AddYears(1), ReviewCause.None, "", null);
        row.Touch(ids, clock);
        audit.Add(actor, ListsAudit.NegativeKept, ListsAudit.Of(row), before, new { row.ReviewOn, row.ReviewCause }, reason);
    }

    private async Task<Dictionary<long, Negative>> InForce(List<ReviewRow> rows, CancellationToken cancel)
    {
        var wanted = Ids(rows, ReviewedKind.Negative);
        return await store.Set<Negative>().Where(n => wanted.Contains(n.Id) && n.State == NegativeState.InForce).ToDictionaryAsync(n => n.Id, cancel);
    }

    private static List<long> Ids(List<ReviewRow> rows, ReviewedKind kind) => [.. rows.Where(r => r.Kind == kind).Select(r => r.TargetId)];
}
