using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Updates;

/// <summary>申请延长更新期限: for a special reason, with the authority's consent, by five working days at most (政务数据共享条例 17 II). Once: our way, not the text of the law.</summary>
internal sealed class AskMoreTime(Store store, MoveUpdate move, Terms terms, NoticeBook notices)
{
    /// <summary>Asks for some working days.</summary>
    public async Task<Result<Done>> Run(long id, int edit, int days, string reason, Actor actor, CancellationToken cancel)
    {
        // Who may hand the update in may ask for time to make it.
        var found = await move.Find(id, edit, UpdateAct.Submit, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var row = at.Row;
        var most = await Most(row, cancel);
        var faults = Texts.Check(("extensionReason", "特殊原因", reason, 500, true));
        if (most == 0) faults.Add(new("workflow.extension.none", "这个期限没有规定可以延长。", "days", FaultKind.Conflict));
        else if (days < 1 || days > most) faults.Add(new("workflow.extension.days", "延长的期限为 1 至 {0} 个工作日。", "days", FaultKind.Invalid, most));
        if (row.Extended > 0 || row.ExtensionDays > 0) faults.Add(new("workflow.extension.once", "已经延长或者申请过一次。", "days", FaultKind.Conflict));
        if (faults.Count > 0) return faults;
        (row.ExtensionDays, row.ExtensionReason) = (days, reason.Trim());
        move.Note(row, UpdateAudit.ExtensionAsked, new { row.ExtensionDays }, reason.Trim(), actor);
        await notices.Tell(actor, NoticeKind.Turn, UpdateAudit.Of(row), [], [Roles.Authority], "更新单位就“{0}”申请延长更新期限 {1} 个工作日，请决定。", MoveUpdate.Href(row), cancel, row.Basis, days);
        return await store.TrySave(cancel) ? new Done() : UpdateFaults.ChangedMeanwhile;
    }

    /// <summary>The most working days that the running term may be extended by; 0 for none.</summary>
    public async Task<int> Most(CatalogUpdate row, CancellationToken cancel) =>
        await store.Set<Clock>().AsNoTracking().SingleOrDefaultAsync(c => c.CaseId == row.Id && c.State == ClockState.Running, cancel) is { } running ? terms.MostExtension(running) : 0;
}
