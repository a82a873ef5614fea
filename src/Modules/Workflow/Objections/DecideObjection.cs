using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>The authority decides on an objection that is insisted on: the finding stands, or the provider verifies again within a new term.</summary>
internal sealed class DecideObjection(MoveObjection move)
{
    /// <summary>Upholds the finding, or sends it back.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool upholds, string opinion, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, upholds ? ObjectionAct.Uphold : ObjectionAct.SendBack, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("opinion", "意见", opinion, 1000, true));
        return faults.Count > 0 ? faults : await move.Save(at.Row, at.Move, opinion.Trim(), actor, cancel);
    }
}
