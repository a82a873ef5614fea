using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>Sheets that wait for the liaison or the head, and reviews with something for the authority to decide.</summary>
internal sealed class ReviewTodos(Store store, IOrganizationDirectory organizations) : ITodoSource
{
    public string Kind => "年度复核";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        var (answers, signs, decides) = (actor.Is(Roles.Liaison), actor.Is(Roles.UnitHead), actor.Is(Roles.Authority));
        if (!answers && !signs && !decides) return [];
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var sheets = !answers && !signs ? [] : await store.Set<ReviewSheet>().AsNoTracking()
            .Where(s => own.Contains(s.UnitId) && ((answers && s.State == SheetState.Answering) || (signs && s.State == SheetState.ToSign)))
            .Join(store.Set<Review>().Where(r => !r.Closed), s => s.ReviewId, r => r.Id, (s, r) => new { Sheet = s, r.Title, r.DueOn }).OrderBy(x => x.Sheet.Since).Take(most).ToListAsync(cancel);
        var todos = sheets.ConvertAll(x => new Todo(
            "年度复核：{0}", "", x.Sheet.State.Text(), x.Sheet.State == SheetState.ToSign ? "看逐条答复，签批后生效，{1} 截止" : "逐条答复保留、重新审核或建议移出，{1} 截止", x.Sheet.State == SheetState.ToSign ? "去签批" : "去答复",
            $"/lists/reviews/sheets/{x.Sheet.Id}", x.Sheet.UnitId, x.Sheet.Since, x.Title, Shown.Day(x.DueOn)));
        if (decides) todos.AddRange(await Proposed(most, cancel));
        return todos;
    }

    private async Task<IEnumerable<Todo>> Proposed(int most, CancellationToken cancel)
    {
        var waiting = await store.Set<ReviewRow>().Where(r => r.Outcome == ReviewOutcome.Proposed).GroupBy(r => r.ReviewId).Select(g => new { Review = g.Key, Count = g.Count() }).ToListAsync(cancel);
        if (waiting.Count == 0) return [];
        var ids = waiting.ConvertAll(w => w.Review);
        var reviews = await store.Set<Review>().AsNoTracking().Where(r => ids.Contains(r.Id)).OrderBy(r => r.ChangedAt).Take(most).ToListAsync(cancel);
        return reviews.Select(r => new Todo("年度复核：{0}", "", "待主管部门决定", "单位建议移出 {1} 条，同意或不采纳", "去决定", $"/lists/reviews/{r.Id}", 0, r.ChangedAt, r.Title, waiting.Find(w => w.Review == r.Id)!.Count));
    }
}
