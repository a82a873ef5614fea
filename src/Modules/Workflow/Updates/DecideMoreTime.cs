using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Updates;

/// <summary>The authority consents to more time, or not (政务数据共享条例 17 II).</summary>
internal sealed class DecideMoreTime(Store store, MoveUpdate move, NoticeBook notices)
{
    /// <summary>Grants or denies it.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool agrees, string opinion, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, UpdateAct.Extend, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        if (at.Row.ExtensionDays == 0) return UpdateFaults.NotNow;
        var faults = Texts.Check(("extensionOpinion", "意见", opinion, 500, !agrees));
        if (faults.Count > 0) return faults;
        if (agrees) return await move.Save(at.Row, at.Move, opinion.Trim(), actor, cancel);
        var asked = at.Row.ExtensionDays;
        (at.Row.ExtensionDays, at.Row.ExtensionReason) = (0, "");
        move.Note(at.Row, UpdateAudit.ExtensionDenied, new { ExtensionDays = asked }, opinion.Trim(), actor);
        await notices.Tell(actor, NoticeKind.Progress, UpdateAudit.Of(at.Row), [at.Row.UnitId], UpdateFlow.Unit, "“{0}”：主管部门不同意延长更新期限。", MoveUpdate.Href(at.Row), cancel, at.Row.Basis);
        return await store.TrySave(cancel) ? new Done() : UpdateFaults.ChangedMeanwhile;
    }
}
