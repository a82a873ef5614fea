using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;

namespace Qingdan.Lists.Reviews;

/// <summary>Reviews and their sheets with figures; units see those in which they have a sheet, and their own figures.</summary>
internal sealed class FindReviews(Store store, ReviewAccess access, IOrganizationDirectory organizations, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>The reviews this person has a part in, the newest first; of the hundred newest.</summary>
    public async Task<IReadOnlyList<ReviewLine>> All(Actor actor, CancellationToken cancel)
    {
        var seen = await access.Visible(actor, cancel);
        var reviews = await store.Set<Review>().AsNoTracking().Where(r => seen.Any(s => s.ReviewId == r.Id)).OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancel);
        if (reviews.Count == 0) return [];
        var lines = (await Lines(reviews.ConvertAll(r => r.Id), seen, cancel)).ToLookup(l => l.ReviewId);
        return reviews.ConvertAll(r => Line(r, [.. lines[r.Id]]));
    }

    /// <summary>The sheets of some reviews by unit, of all or of some units; three statements.</summary>
    public async Task<IReadOnlyList<SheetLine>> Lines(IReadOnlyCollection<long> reviews, IQueryable<ReviewSheet>? seen, CancellationToken cancel)
    {
        var (units, today) = (await organizations.Tree(cancel), clock.Today());
        var sheets = await (seen ?? store.Set<ReviewSheet>()).AsNoTracking().Where(s => reviews.Contains(s.ReviewId)).ToListAsync(cancel);
        var due = await store.Set<Review>().Where(r => reviews.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.DueOn, cancel);
        var ids = sheets.ConvertAll(s => s.Id);
        var counts = (await store.Set<ReviewRow>().Where(r => ids.Contains(r.SheetId)).GroupBy(r => new { r.SheetId, r.Answer, r.Outcome }).Select(g => new Counted(g.Key.SheetId, g.Key.Answer, g.Key.Outcome, g.Count())).ToListAsync(cancel)).ToLookup(c => c.Sheet);
        return
        [
            .. sheets.Select(s => new SheetLine(s.Id, s.ReviewId, s.UnitId, units.ShortName(s.UnitId), s.State.Text(), s.State.Tone(), s.State != SheetState.Signed && due[s.ReviewId] < today, s.State == SheetState.Signed, Figures([.. counts[s.Id]])))
                .OrderBy(l => l.HasSigned).ThenBy(l => l.Unit, StringComparer.Ordinal).ThenBy(l => l.Id),
        ];
    }

    /// <summary>A review with the figures of its sheets.</summary>
    public static ReviewLine Line(Review review, IReadOnlyList<SheetLine> sheets) =>
        new(review.Id, review.Title, review.NoticeNumber, review.DueOn, review.Closed, sheets.Count, sheets.Count(s => s.HasSigned), ReviewFigures.Sum(sheets.Select(s => s.Figures)));

    /// <summary>Rows as they are shown.</summary>
    public async Task<IReadOnlyList<ReviewRowView>> Rows(IReadOnlyList<ReviewRow> rows, CancellationToken cancel)
    {
        var sheets = rows.Select(r => r.SheetId).Distinct().ToList();
        var (units, unitOf) = (await organizations.Tree(cancel), await store.Set<ReviewSheet>().Where(s => sheets.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.UnitId, cancel));
        return [.. rows.Select(r => new ReviewRowView(
            r.Id, units.ShortName(unitOf[r.SheetId]), r.Kind.Text(), r.Name, r.Number, r.Kind == ReviewedKind.Negative ? $"/lists/negatives/{r.TargetId}" : $"/lists/responsibilities/{r.TargetId}", r.Basis, r.Cause.Text(),
            r.Answer.Text(), r.Answer.Tone(), r.Reason, r.Outcome.Text(), r.OutcomeNote, r.SuccessorId))];
    }

    private static ReviewFigures Figures(IReadOnlyList<Counted> counts)
    {
        var all = counts.Sum(c => c.Count);
        return new(
            all, all - Of(ReviewAnswer.None), Of(ReviewAnswer.Keep), Of(ReviewAnswer.ReviewAgain), Of(ReviewAnswer.Remove), counts.Where(c => c.Outcome == ReviewOutcome.Proposed).Sum(c => c.Count),
            counts.Where(c => c.Outcome is ReviewOutcome.Removed or ReviewOutcome.Agreed).Sum(c => c.Count));

        int Of(ReviewAnswer answer) => counts.Where(c => c.Answer == answer).Sum(c => c.Count);
    }

    private sealed record Counted(long Sheet, ReviewAnswer Answer, ReviewOutcome Outcome, int Count);
}
