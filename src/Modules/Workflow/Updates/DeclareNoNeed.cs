using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Updates;

/// <summary>说明无需更新: the law asks for an update where the change makes one necessary (导致政务数据目录需要相应更新); that it does not, the unit says with its reason, and the authority agrees or not.</summary>
internal sealed class DeclareNoNeed(MoveUpdate move)
{
    /// <summary>Says so.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string reason, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, UpdateAct.DeclareNoNeed, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("noNeed", "为什么无需更新", reason, 1000, true));
        if (faults.Count > 0) return faults;
        at.Row.NoNeed = reason.Trim();
        return await move.Save(at.Row, at.Move, reason.Trim(), actor, cancel);
    }
}
