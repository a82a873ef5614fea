using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>仍有异议: the raiser goes to the authority, once (practice).</summary>
internal sealed class InsistOnObjection(MoveObjection move)
{
    private static readonly Fault Once = new("workflow.objection.insist.once", "已经报过主管部门一次。争议协调只受理不同意共享的数据项。重新核实后又发现错误的，请认可本次结果，再提一件新的异议，并附新的证明材料。", "why", FaultKind.Conflict);

    /// <summary>Insists, with the reason.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string why, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, ObjectionAct.Insist, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("why", "为什么仍有异议", why, 1000, true));
        if (at.Row.Insisted) faults.Add(Once);
        if (faults.Count > 0) return faults;
        at.Row.Insisted = true;
        return await move.Save(at.Row, at.Move, why.Trim(), actor, cancel);
    }
}
