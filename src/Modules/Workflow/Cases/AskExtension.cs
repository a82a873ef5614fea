using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Cases;

/// <summary>申请延长答复: for a special reason, with the consent of the authority and notice to the requester, by ten working days at most (政务数据共享条例 21 I). Once, and before the last day: our way, not the text of the law.</summary>
internal sealed class AskExtension(Store store, MoveCase move, Terms terms, TimeProvider clock)
{
    /// <summary>Asks for some working days.</summary>
    public async Task<Result<Done>> Run(long id, int edit, int days, string reason, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.AskExtension, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var running = await store.Set<Clock>().AsNoTracking().SingleOrDefaultAsync(c => c.CaseId == id && c.State == ClockState.Running, cancel);
        var most = running is null ? 0 : terms.MostExtension(running);
        var faults = Texts.Check(("reason", "特殊原因", reason, 500, true));
        if (most == 0) faults.Add(new("workflow.extension.none", "这个期限没有规定可以延长。", "days", FaultKind.Conflict));
        else if (days < 1 || days > most) faults.Add(new("workflow.extension.days", "延长的期限为 1 至 {0} 个工作日。", "days", FaultKind.Invalid, most));
        if (running is { Extension: > 0 } || at.Row.ExtensionDays > 0) faults.Add(new("workflow.extension.once", "已经延长或者申请过一次。", "days", FaultKind.Conflict));
        if (running?.DueOn < clock.Today()) faults.Add(new("workflow.extension.late", "答复期限 {0:yyyy-MM-dd} 已经过了，不能再申请延长。请尽快答复。", "days", FaultKind.Conflict, running.DueOn));
        if (faults.Count > 0) return faults;
        (at.Row.ExtensionDays, at.Row.ExtensionReason) = (days, reason.Trim());
        return await move.Save(at.Row, at.Move, reason.Trim(), actor, cancel);
    }
}
