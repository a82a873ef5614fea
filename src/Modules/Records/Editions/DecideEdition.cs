using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Records.Editions.Opinions;
using Qingdan.Records.Editions.Writing;

namespace Qingdan.Records.Editions;

/// <summary>What the authority decides between the opinions and the issue: 意见处理完毕, 审议通过, 审议退回, 作废.</summary>
internal sealed class DecideEdition(Store store, MoveEdition move, WatchWriting watch, TimeProvider clock)
{
    private const int MostMinutes = 100, MostNote = 500;

    /// <summary>意见处理完毕: every opinion of the round has its answer. A unit that said nothing has not consented; the table says so.</summary>
    public async Task<Result<Done>> Conclude(long id, int edit, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, EditionAct.Conclude, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (await watch.Of(at.Row, cancel) is not null) return EditionFaults.NotWritten;
        var open = await store.Set<Opinion>().CountAsync(o => o.EditionId == id && o.Round == at.Row.Round && o.Verdict == Verdict.Open, cancel);
        return open > 0 ? EditionFaults.Unanswered with { Args = [open] } : await move.Save(at.Row, at.Move, "", actor, cancel);
    }

    /// <summary>审议通过, with the number of the minutes and the day.</summary>
    public async Task<Result<Done>> Pass(long id, int edit, string minutes, DateOnly? on, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, EditionAct.Pass, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        List<Fault> faults = [.. new[] { EditionFaults.Text("minutes", "会议纪要编号", minutes, MostMinutes) }.OfType<Fault>()];
        if (on is not { } day) faults.Add(new("records.edition.deliberated.required", "请填写审议日期。", "on"));
        else if (day > clock.Today()) faults.Add(new("records.edition.deliberated.future", "审议日期不能晚于今天。", "on"));
        if (faults.Count > 0) return faults;
        (at.Row.Minutes, at.Row.DeliberatedOn) = (minutes.Trim(), on);
        return await move.Save(at.Row, at.Move, "", actor, cancel);
    }

    /// <summary>审议退回 or 作废, with the reason.</summary>
    public async Task<Result<Done>> TurnDown(long id, int edit, EditionAct act, string note, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, act, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (EditionFaults.Text("note", "理由", note, MostNote) is { } fault) return fault;
        return await move.Save(at.Row, at.Move, note.Trim(), actor, cancel);
    }
}
