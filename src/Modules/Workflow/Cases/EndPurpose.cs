using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Cases;

/// <summary>结束使用: the purpose is reached, cannot be reached, or needs the data no longer; they are to be disposed of as the provider asks (政务数据共享条例 27 I).</summary>
internal sealed class EndPurpose(MoveCase move)
{
    /// <summary>Ends the use, with its reason.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string why, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.EndPurpose, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("why", "结束使用的原因", why, 500, true));
        return faults.Count > 0 ? faults : await move.Save(at.Row, at.Move, why.Trim(), actor, cancel);
    }
}
