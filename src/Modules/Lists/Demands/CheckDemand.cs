using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Generation;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>
/// 形式审查 by the data centre: into the demand list, or back with what is missing (形式退回). This says nothing about consent to share:
/// that is the provider's answer (政务数据共享条例 21). Listing data outside the catalogue makes no catalogue row yet; generation proposes it to its provider.
/// </summary>
internal sealed class CheckDemand(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, SignOffBook signOffs, GenerationOrders generation, TellMoved tell)
{
    /// <summary>Records one verdict of the data centre on the demand as it was read: <paramref name="edit"/> is the number it was shown with.</summary>
    public async Task<Result<Done>> Run(long id, int edit, SignOffInput verdict, Actor actor, CancellationToken cancel)
    {
        var row = await store.Set<Demand>().SingleOrDefaultAsync(d => d.Id == id && d.State != DemandState.Draft, cancel);
        if (row is null) return DemandFaults.NotFound;
        if (row.State != DemandState.InCheck || DemandFlow.Find(row.State, verdict.Agrees ? DemandAct.List : DemandAct.Return) is not { } move) return DemandFaults.NotNow;
        if (!move.By(actor)) return DemandFaults.NotYours;
        if (row.Edit != edit) return DemandFaults.ChangedMeanwhile;
        var faults = signOffs.Check(verdict);
        if (faults.Count > 0) return faults;

        await using var writing = await turn.Begin(cancel);
        row.State = move.To;
        if (move.To == DemandState.Listed) row.ListedAt = clock.GetUtcNow();
        row.Touch(ids, clock);
        var signed = signOffs.Add(actor, ListsAudit.DemandKind, id, Roles.DataCentre, verdict);
        audit.Add(actor, verdict.Agrees ? ListsAudit.DemandListed : ListsAudit.DemandReturned, ListsAudit.Of(row), after: new { row.State, SignOff = signed.Evidence() }, why: verdict.Opinion);
        if (row.State is DemandState.Listed && row.ProviderId != 0) generation.Add(row.ProviderId, actor);
        await tell.Run(row, verdict.Opinion, actor, cancel);
        if (!await store.TrySave(cancel)) return DemandFaults.ChangedMeanwhile;
        await writing.CommitAsync(cancel);
        return new Done();
    }
}
