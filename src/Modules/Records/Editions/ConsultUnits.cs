using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Records.Editions.Writing;

namespace Qingdan.Records.Editions;

/// <summary>征求意见: a round begins; its draft is what is in force on this day, frozen, so that everybody speaks of the same.</summary>
internal sealed class ConsultUnits(MoveEdition move, JobQueue jobs, TimeProvider clock)
{
    /// <summary>Begins a round with opinions due on a day.</summary>
    public async Task<Result<Done>> Run(long id, int edit, DateOnly? dueOn, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, EditionAct.Consult, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (dueOn is not { } due) return new Fault("records.edition.due.required", "请填写意见反馈截止日期。", "dueOn");
        if (due <= clock.Today()) return new Fault("records.edition.due.past", "意见反馈截止日期应晚于今天。", "dueOn");
        at.Row.Round++;
        at.Row.OpinionsDueOn = due;
        jobs.Add(actor, WriteEdition.JobKind, new EditionOrder(id, at.Row.Round));
        jobs.Add(actor, TellUnits.JobKind, new EditionOrder(id, at.Row.Round));
        return await move.Save(at.Row, at.Move, "", actor, cancel);
    }
}
