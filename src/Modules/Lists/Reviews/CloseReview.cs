using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>结束复核: no more answers; what was proposed can still be decided. The figures at that moment stand in the audit log.</summary>
internal sealed class CloseReview(Store store, FindReviews find, AuditLog audit, IdSource ids, TimeProvider clock)
{
    public async Task<Result<Done>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return ReviewFaults.NotYours;
        if (await store.Set<Review>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } review) return ReviewFaults.NotFound;
        if (review.Closed) return ReviewFaults.Closed;
        if (review.Edit != edit) return ReviewFaults.Changed;
        var figures = ReviewFigures.Sum((await find.Lines([id], null, cancel)).Select(l => l.Figures));
        (review.Closed, review.ClosedBy, review.ClosedAt) = (true, actor.Name, clock.GetUtcNow());
        review.Touch(ids, clock);
        audit.Add(actor, ListsAudit.ReviewClosed, review.AsSubject(), after: figures);
        return await store.TrySave(cancel) ? new Done() : ReviewFaults.Changed;
    }
}
