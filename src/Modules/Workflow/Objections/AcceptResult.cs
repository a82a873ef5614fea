using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>认可核实结果: the raiser agrees, and the objection ends.</summary>
internal sealed class AcceptResult(MoveObjection move)
{
    /// <summary>Agrees.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string note, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, ObjectionAct.AcceptResult, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("note", "说明", note, 500, false));
        return faults.Count > 0 ? faults : await move.Save(at.Row, at.Move, note.Trim(), actor, cancel);
    }
}
