using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Lists.Reviews;

/// <summary>A review as a workbook: one row an entry, of the units this person sees.</summary>
internal sealed class ExportReview(Store store, ReviewAccess access, FindReviews find, Translator t)
{
    private const int Slice = 500;

    /// <summary>The sheet of the workbook, and its rows.</summary>
    public async Task<Result<(SheetSpec Spec, IAsyncEnumerable<IReadOnlyList<object?>> Rows)>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var seen = await access.Visible(actor, cancel);
        if (await store.Set<Review>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && seen.Any(s => s.ReviewId == r.Id), cancel) is not { } review) return ReviewFaults.NotFound;
        var sheets = await seen.Where(s => s.ReviewId == id).Select(s => s.Id).ToListAsync(cancel);
        var spec = new SheetSpec(t["年度复核"],
        [
            new(t["单位"], Width: 18), new(t["清单"], Width: 12), new(t["编号"], CellType.Code, 24), new(t["数据名称"], Width: 32), new(t["法律依据"], Width: 32), new(t["复核原因"], Width: 14), new(t["答复"], Width: 12),
            new(t["理由"], Width: 40), new(t["结果"], Width: 24), new(t["说明"], Width: 40),
        ]) { Title = review.Title, Subline = review.NoticeNumber };
        return (spec, Rows(sheets, cancel));
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows(List<long> sheets, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            var rows = await store.Set<ReviewRow>().AsNoTracking().Where(r => sheets.Contains(r.SheetId) && r.Id > after).OrderBy(r => r.Id).Take(Slice).ToListAsync(cancel);
            if (rows.Count == 0) yield break;
            after = rows[^1].Id;
            foreach (var r in await find.Rows(rows, cancel))
                yield return [r.Unit, t[r.Kind], r.Number, r.Name, r.Basis, r.Cause.Length > 0 ? t[r.Cause] : "", t[r.Answer], r.Reason, r.Outcome.Length > 0 ? t[r.Outcome] : "", t[r.OutcomeNote]];
        }
    }
}
