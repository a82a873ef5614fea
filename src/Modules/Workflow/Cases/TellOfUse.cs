using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Workflow.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>Tells those who let the data through what a case allows since it moved.</summary>
internal sealed class TellOfUse(Store store, IEnumerable<ICaseListener> listeners)
{
    /// <summary>What a state lets the requester use.</summary>
    public static UseStand Stand(CaseState state) => state switch
    {
        CaseState.ToSupply or CaseState.ToSupplyMore or CaseState.InUse or CaseState.ToRenew or CaseState.InTalks or CaseState.ToFile => UseStand.Granted,
        CaseState.Suspended or CaseState.Rectified => UseStand.Suspended,
        CaseState.ToDispose or CaseState.Closed or CaseState.Withdrawn => UseStand.Ended,
        _ => UseStand.Nothing,
    };

    /// <summary>Tells, when the move from a state changed anything for the use.</summary>
    public async Task Moved(Case row, CaseState before, CaseAct act, string note, Actor actor, CancellationToken cancel)
    {
        var (was, stand) = (Stand(before), Stand(row.State));
        if (stand == UseStand.Nothing && was == UseStand.Nothing) return;
        if (stand == was && act is not (CaseAct.Renew or CaseAct.Settle or CaseAct.Supply or CaseAct.StopExcess or CaseAct.RestoreItems)) return;
        // Answers of this very unit of work are not in the table yet.
        var answers = await store.Set<CaseAnswer>().Where(a => a.CaseId == row.Id).ToListAsync(cancel);
        var granted = answers.Union(store.Set<CaseAnswer>().Local.Where(a => a.CaseId == row.Id)).Where(a => a.Standing != Verdict.Refuse && !a.Stopped).ToDictionary(a => a.ItemId, a => Way(a.Standing));
        var use = new CaseUse(row.Id, row.Name, row.UnitId, row.ProviderId, stand, row.UsableUntil, note, granted);
        foreach (var listener in listeners) await listener.UseChanged(use, actor, cancel);
    }

    private static GrantedWay Way(Verdict verdict) => verdict switch
    {
        Verdict.Verify => GrantedWay.Verify,
        Verdict.Mask => GrantedWay.Mask,
        Verdict.Aggregate => GrantedWay.Aggregate,
        _ => GrantedWay.Plain,
    };
}
