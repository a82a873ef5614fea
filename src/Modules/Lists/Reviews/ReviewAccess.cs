using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>A sheet with its review.</summary>
internal sealed record OpenSheet(Review Review, ReviewSheet Sheet);

/// <summary>Who sees and who fills in a sheet: its unit; the city's people and the auditor see all.</summary>
internal sealed class ReviewAccess(Store store, IOrganizationDirectory organizations)
{
    /// <summary>The sheets that a person sees.</summary>
    public async Task<IQueryable<ReviewSheet>> Visible(Actor actor, CancellationToken cancel)
    {
        if (actor.Is(Roles.SeeAll)) return store.Set<ReviewSheet>();
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        return store.Set<ReviewSheet>().Where(s => own.Contains(s.UnitId));
    }

    /// <summary>A sheet of the person's own unit that stands where it must and was read in this edit, its review open.</summary>
    public async Task<Result<OpenSheet>> Own(long id, int edit, SheetState state, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        if (await store.Set<ReviewSheet>().SingleOrDefaultAsync(s => s.Id == id && own.Contains(s.UnitId), cancel) is not { } sheet) return ReviewFaults.NotFound;
        var review = await store.Set<Review>().SingleAsync(r => r.Id == sheet.ReviewId, cancel);
        if (review.Closed) return ReviewFaults.Closed;
        if (sheet.State != state) return ReviewFaults.NotNow;
        return sheet.Edit == edit ? new OpenSheet(review, sheet) : ReviewFaults.Changed;
    }
}
