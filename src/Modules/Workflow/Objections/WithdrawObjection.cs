using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>撤回: the raiser takes the objection back, and the mark goes.</summary>
internal sealed class WithdrawObjection(MoveObjection move)
{
    /// <summary>Takes it back.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string reason, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, ObjectionAct.Withdraw, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("reason", "撤回的理由", reason, 500, true));
        return faults.Count > 0 ? faults : await move.Save(at.Row, at.Move, reason.Trim(), actor, cancel);
    }
}
