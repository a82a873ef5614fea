using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Cases;

/// <summary>放行再次补正: the law lets the provider ask once; that it may ask again the authority decides, with a reason (reading of 政务数据共享条例 21 II).</summary>
internal sealed class AllowSupplement(MoveCase move)
{
    /// <summary>Allows one more.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string why, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.AllowSupplement, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        if (at.Row.Supplements < at.Row.SupplementsAllowed) return CaseFaults.NotNow;
        var faults = Texts.Check(("why", "放行的理由", why, 500, true));
        if (faults.Count > 0) return faults;
        at.Row.SupplementsAllowed++;
        return await move.Save(at.Row, at.Move, why.Trim(), actor, cancel);
    }
}
