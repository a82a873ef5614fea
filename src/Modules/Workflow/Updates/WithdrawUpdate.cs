using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Updates;

/// <summary>撤销: the authority takes back what was opened by mistake. A unit that need not update says so instead (<see cref="DeclareNoNeed"/>).</summary>
internal sealed class WithdrawUpdate(MoveUpdate move)
{
    /// <summary>Takes it back.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string reason, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, UpdateAct.Withdraw, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("withdrawal", "撤销的理由", reason, 500, true));
        return faults.Count > 0 ? faults : await move.Save(at.Row, at.Move, reason.Trim(), actor, cancel);
    }
}
