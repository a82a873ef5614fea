using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>受理: the provider takes the objection up; from now on the data bear the mark 存疑, for all who see them (practice).</summary>
internal sealed class AcceptObjection(MoveObjection move)
{
    /// <summary>Accepts one.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string note, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, ObjectionAct.Accept, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("note", "受理说明", note, 500, false));
        return faults.Count > 0 ? faults : await move.Save(at.Row, at.Move, note.Trim(), actor, cancel);
    }
}
