using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Cases;

/// <summary>
/// 一次性告知补正: the provider names all that is missing, once; it may not refuse for it (政务数据共享条例 21 II). A second time the authority has to allow.
/// </summary>
internal sealed class AskSupplement(MoveCase move)
{
    private static readonly Fault Once = new("workflow.supplement.once", "已经一次性告知过。再次要求补正，须由主管部门说明理由后放行。", "missing", FaultKind.Conflict);

    /// <summary>Names what is missing, one a line.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string missing, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.AskSupplement, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("missing", "需要补充的材料", missing, 2000, true));
        if (at.Row.Supplements >= at.Row.SupplementsAllowed) faults.Add(Once);
        if (faults.Count > 0) return faults;
        at.Row.Supplements++;
        return await move.Save(at.Row, at.Move, missing.Trim(), actor, cancel);
    }
}
