using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>A unit's sheet with its rows by filter, and what this person may do with it now.</summary>
internal sealed class ShowSheet(Store store, ReviewAccess access, FindReviews find, SignOffBook signOffs, IOrganizationDirectory organizations)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    public async Task<Result<SheetView>> Run(long id, ReviewFilter filter, int page, Actor actor, CancellationToken cancel)
    {
        if (await (await access.Visible(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } sheet) return ReviewFaults.NotFound;
        var review = await store.Set<Review>().AsNoTracking().SingleAsync(r => r.Id == sheet.ReviewId, cancel);
        var line = (await find.Lines([review.Id], store.Set<ReviewSheet>().Where(s => s.Id == id), cancel)).Single();
        var (where, values) = filter.Where(id);
        var total = (await store.Query($"SELECT count(*) FROM lists_review_rows WHERE {where}", r => r.GetInt64(0), cancel, values))[0];
        var ids = await store.Query($"SELECT id FROM lists_review_rows WHERE {where} ORDER BY CASE cause WHEN 'None' THEN 1 ELSE 0 END, id LIMIT {Size} OFFSET @skip", r => r.GetInt64(0), cancel, [.. values, ("skip", (long)(page - 1) * Size)]);
        var found = await store.Set<ReviewRow>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var mine = (await organizations.Tree(cancel)).Family(actor.UnitId).Contains(sheet.UnitId) && actor.Is(Roles.Liaison, Roles.UnitHead) && !review.Closed;
        return new SheetView(
            line, review.Title, review.DueOn, review.Note, review.Closed, Tabs(line.Figures), $"{filter.Answer}", await find.Rows([.. ids.Select(i => found[i])], cancel), page, total, filter.Narrows, sheet.Edit,
            mine && sheet.State == SheetState.Answering, mine && sheet.State == SheetState.Answering && line.Figures.Answered == line.Figures.Rows, mine && sheet.State == SheetState.ToSign, !actor.Is(Roles.UnitHead),
            await signOffs.Of(ListsAudit.ReviewSheetKind, id, cancel));
    }

    private static List<Facet> Tabs(ReviewFigures f) =>
        [new("", "全部", f.Rows), .. new[] { (ReviewAnswer.None, f.Rows - f.Answered), (ReviewAnswer.Keep, f.Keep), (ReviewAnswer.ReviewAgain, f.Again), (ReviewAnswer.Remove, f.Remove) }.Select(t => new Facet($"{t.Item1}", t.Item1.Text(), t.Item2))];
}
