using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Cases;

/// <summary>The authority decides on an extension; the requester sees it at once (政务数据共享条例 21 I).</summary>
internal sealed class DecideExtension(Store store, AuditLog audit, IdSource ids, TimeProvider clock, MoveCase move, TellOfCase tell)
{
    /// <summary>Grants or denies it.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool agrees, string opinion, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.Extend, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        if (at.Row.ExtensionDays == 0) return CaseFaults.NotNow;
        var faults = Texts.Check(("opinion", "意见", opinion, 500, !agrees));
        if (faults.Count > 0) return faults;
        if (agrees)
        {
            var note = at.Row.ExtensionReason;
            await move.Make(at.Row, at.Move, note, actor, cancel);
        }
        else
        {
            audit.Add(actor, WorkflowAudit.ExtensionDenied, WorkflowAudit.Of(at.Row), before: new { at.Row.ExtensionDays }, why: opinion.Trim());
            await tell.ExtensionDenied(at.Row, actor, cancel);
        }
        (at.Row.ExtensionDays, at.Row.ExtensionReason) = (0, "");
        if (!agrees) at.Row.Touch(ids, clock);
        return await store.TrySave(cancel) ? new Done() : CaseFaults.ChangedMeanwhile;
    }
}
