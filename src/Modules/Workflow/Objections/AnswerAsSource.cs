using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>数源单位回复: the unit that the data come from says what its own records show.</summary>
internal sealed class AnswerAsSource(MoveObjection move)
{
    /// <summary>Answers the provider.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string note, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, ObjectionAct.AnswerAsSource, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("note", "源头数据的情况", note, 1000, true));
        return faults.Count > 0 ? faults : await move.Save(at.Row, at.Move, note.Trim(), actor, cancel);
    }
}
