using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Records.Rounds;

/// <summary>结束集中梳理: nothing is handed in any more; what is still with units stays as it is and stands in the closing report.</summary>
internal sealed class CloseRound(Store store, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Closes; refused while reports wait for a decision.</summary>
    public async Task<Result<Done>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<Round>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } round) return RoundFaults.NotFound;
        if (round.State == RoundState.Closed) return RoundFaults.Closed;
        if (round.Edit != edit) return RoundFaults.ChangedMeanwhile;
        var waiting = await store.Set<Report>().CountAsync(r => r.RoundId == id && r.State == ReportState.HandedIn, cancel);
        if (waiting > 0) return new Fault("records.round.waiting", "还有 {0} 份已报待审，请先通过或退回。", null, FaultKind.Conflict, waiting);
        (round.State, round.ClosedAt) = (RoundState.Closed, clock.GetUtcNow());
        round.Touch(ids, clock);
        audit.Add(actor, RoundAudit.Closed, round.AsSubject());
        return await store.TrySave(cancel) ? new Done() : RoundFaults.ChangedMeanwhile;
    }
}
