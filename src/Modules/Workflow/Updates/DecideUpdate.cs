using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Updates;

/// <summary>审核发布: the authority ends the update within two working days of its receipt, or sends it back (政务数据共享条例 17 III). Each resource is reviewed and published in the catalogue; here nothing may wait any more.</summary>
internal sealed class DecideUpdate(MoveUpdate move, Concerned concerned)
{
    /// <summary>Publishes, or sends back with the reason.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool publishes, string opinion, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, publishes ? UpdateAct.Publish : UpdateAct.SendBack, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("opinion", "意见", opinion, 1000, !publishes));
        if (publishes && (await concerned.Of(at.Row, cancel)).Where(r => r.Waits).ToList() is { Count: > 0 } waiting)
            faults.Add(new("workflow.update.waiting", "还有 {0} 个目录没有发布：{1}。请先在目录里审核，或者退回。", "verdict", FaultKind.Conflict, waiting.Count, SubmitUpdate.Names(waiting)));
        return faults.Count > 0 ? faults : await move.Save(at.Row, at.Move, opinion.Trim(), actor, cancel);
    }
}
