using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Updates;

/// <summary>The authority agrees that nothing has to be updated, or not: then the unit's term goes on.</summary>
internal sealed class DecideNoNeed(MoveUpdate move)
{
    /// <summary>Agrees or not.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool agrees, string opinion, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, agrees ? UpdateAct.AgreeNoNeed : UpdateAct.DenyNoNeed, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("opinion", "意见", opinion, 1000, !agrees));
        return faults.Count > 0 ? faults : await move.Save(at.Row, at.Move, opinion.Trim(), actor, cancel);
    }
}
