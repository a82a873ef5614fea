using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Cases;

/// <summary>The authority decides on an extension; both units read why (政务数据共享条例 21 I).</summary>
internal sealed class DecideExtension(Store store, MoveCase move)
{
    /// <summary>Grants or denies it.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool agrees, string opinion, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, agrees ? CaseAct.Extend : CaseAct.DenyExtension, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        if (at.Row.ExtensionDays == 0) return CaseFaults.NotNow;
        var faults = Texts.Check(("opinion", "意见", opinion, 500, !agrees));
        if (faults.Count > 0) return faults;
        await move.Make(at.Row, at.Move, opinion.Trim(), actor, cancel);
        (at.Row.ExtensionDays, at.Row.ExtensionReason) = (0, "");
        return await store.TrySave(cancel) ? new Done() : CaseFaults.ChangedMeanwhile;
    }
}
