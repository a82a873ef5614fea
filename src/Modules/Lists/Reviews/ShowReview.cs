using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>The board of a review: which units have answered, and what waits for the authority.</summary>
internal sealed class ShowReview(Store store, ReviewAccess access, FindReviews find)
{
    private const int Most = 200;

    public async Task<Result<ReviewView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var seen = await access.Visible(actor, cancel);
        if (await store.Set<Review>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && seen.Any(s => s.ReviewId == r.Id), cancel) is not { } review) return ReviewFaults.NotFound;
        var sheets = await find.Lines([id], seen, cancel);
        var mine = sheets.Select(s => s.Id).ToList();
        var proposed = await store.Set<ReviewRow>().AsNoTracking().Where(r => r.ReviewId == id && r.Outcome == ReviewOutcome.Proposed && mine.Contains(r.SheetId)).OrderBy(r => r.Id).Take(Most).ToListAsync(cancel);
        return new ReviewView(
            FindReviews.Line(review, sheets), review.Note, review.CreatedBy, review.CreatedAt, review.ClosedBy, review.ClosedAt, sheets, await find.Rows(proposed, cancel), sheets.Sum(s => s.Figures.Proposed), review.Edit, actor.Is(Roles.Authority));
    }
}
