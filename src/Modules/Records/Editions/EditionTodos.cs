using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Editions.Opinions;
using Qingdan.Records.Editions.Writing;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions;

/// <summary>Editions that wait: for a unit to say what it thinks of a draft, or that it has nothing to say; for the authority to answer and to take the next step.</summary>
internal sealed class EditionTodos(Store store, WatchWriting watch, IOrganizationDirectory organizations, TimeProvider clock) : ITodoSource
{
    public string Kind => "版次";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        List<Todo> todos = [];
        if (actor.Is(Roles.Liaison, Roles.UnitHead) && actor.UnitId != 0) todos.AddRange(await Asked((await organizations.Tree(cancel)).Family(actor.UnitId), most, cancel));
        if (actor.Is(Roles.Authority)) todos.AddRange(await Decided(most, cancel));
        return todos;
    }

    private async Task<List<Todo>> Asked(long[] own, int most, CancellationToken cancel)
    {
        var rows = await store.Set<Edition>().AsNoTracking().Where(e => e.State == EditionState.Consulting
                && store.Set<EditionFile>().Any(f => f.EditionId == e.Id && f.Round == e.Round && (own.Contains(e.UnitId) || (e.UnitId == 0 && store.Set<EditionMark>().Any(m => m.EditionFileId == f.Id && own.Contains(m.UnitId)))))
                && !store.Set<Opinion>().Any(o => o.EditionId == e.Id && o.Round == e.Round && own.Contains(o.UnitId))
                && !store.Set<NoOpinion>().Any(n => n.EditionId == e.Id && n.Round == e.Round && own.Contains(n.UnitId)))
            .Select(e => new { Row = e, By = store.Set<EditionStep>().Where(s => s.EditionId == e.Id && s.Act == EditionAct.Consult).OrderByDescending(s => s.Id).Select(s => s.UnitId).FirstOrDefault() })
            .OrderBy(x => x.Row.ChangedAt).Take(most).ToListAsync(cancel);
        return rows.ConvertAll(x => Of(x.Row, "征求意见", "看征求意见稿，提意见或者答复无意见，{1} 截止", "去反馈", Shown.Day(x.Row.OpinionsDueOn)) with { From = x.By });
    }

    private async Task<List<Todo>> Decided(int most, CancellationToken cancel)
    {
        var today = clock.Today();
        var rows = await store.Set<Edition>().AsNoTracking().Where(e => !EditionFlow.Ends.Contains(e.State))
            .Select(e => new { Row = e, Open = store.Set<Opinion>().Count(o => o.EditionId == e.Id && o.Round == e.Round && o.Verdict == Verdict.Open) }).OrderBy(x => x.Row.ChangedAt).Take(most).ToListAsync(cancel);
        List<Todo> todos = [];
        foreach (var (e, open) in rows.Select(x => (x.Row, x.Open)))
        {
            if (await watch.Of(e, cancel) is { } writing)
            {
                if (writing.Failed) todos.Add(Of(e, e.State.Text(), "档案没有写成，再试一次", "去重试"));
            }
            else if (Next(e, open, today) is { } todo) todos.Add(todo);
        }
        return todos;
    }

    private static Todo? Next(Edition e, int open, DateOnly today) => e.State switch
    {
        EditionState.Draft => Of(e, "拟稿", "定下反馈期限，开始征求意见", "去征求意见"),
        EditionState.Consulting when open > 0 => Of(e, "征求意见", "{1} 条意见待处理，逐条写明是否采纳", "去处理", open),
        EditionState.Consulting when e.OpinionsDueOn < today => Of(e, "征求意见", "反馈期限已过，意见处理完毕后提交审议", "去办理"),
        EditionState.ToDeliberate => Of(e, "待审议", "登记审议结果，或者退回再征求意见", "去登记"),
        EditionState.ToIssue => Of(e, "待印发", "写明文号、施行日期和公布范围，印发", "去印发"),
        _ => null,
    };

    private static Todo Of(Edition e, string step, string task, string action, params object[] more) =>
        new("版次：{0}", e.Number > 0 ? $"{e.Number}" : "", step, task, action, $"/editions/{e.Id}", 0, e.ChangedAt, [e.Title, .. more]);
}
