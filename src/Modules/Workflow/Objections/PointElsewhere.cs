using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>告知其他途径: what a concrete administrative act caused has its own remedy and is no matter of 校核 (长宁区公共数据异议核实与处理管理办法); the other way is named.</summary>
internal sealed class PointElsewhere(MoveObjection move)
{
    /// <summary>Names the other way.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string way, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, ObjectionAct.PointElsewhere, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("way", "为什么不属于校核、应走什么途径", way, 1000, true));
        if (faults.Count > 0) return faults;
        at.Row.Result = way.Trim();
        return await move.Save(at.Row, at.Move, way.Trim(), actor, cancel);
    }
}
