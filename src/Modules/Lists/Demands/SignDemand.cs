using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>本单位审签: the head consents or sends it back (政务数据共享条例 20). A sheet signed on paper is recorded by the liaison (代录).</summary>
internal sealed class SignDemand(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, SignOffBook signOffs, TellMoved tell)
{
    /// <summary>Records one verdict of the head on the demand as it was read (<paramref name="edit"/>), and gives the state the demand has then: that of a street or town goes to its district.</summary>
    public async Task<Result<DemandState>> Run(long id, int edit, SignOffInput verdict, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = units.Family(actor.UnitId);
        var row = await store.Set<Demand>().SingleOrDefaultAsync(d => d.Id == id && own.Contains(d.UnitId), cancel);
        if (row is null) return DemandFaults.NotFound;
        if (row.State != DemandState.AwaitingHead || DemandFlow.Find(row.State, verdict.Agrees ? DemandFlow.Consents(row.UnitId, units) : DemandAct.Return) is not { } move) return DemandFaults.NotNow;
        if (!move.By(actor, verdict.Paper is not null)) return DemandFaults.HeadNeeded;
        if (row.Edit != edit) return DemandFaults.ChangedMeanwhile;
        var faults = signOffs.Check(verdict);
        if (faults.Count > 0) return faults;

        row.State = move.To;
        row.DistrictId = units.District(row.UnitId)?.Id ?? 0;
        row.Touch(ids, clock);
        var signed = signOffs.Add(actor, ListsAudit.DemandKind, id, Roles.UnitHead, verdict);
        audit.Add(actor, verdict.Agrees ? ListsAudit.DemandConsented : ListsAudit.DemandReturned, ListsAudit.Of(row), after: new { row.State, SignOff = signed.Evidence() }, why: verdict.Opinion);
        await tell.Run(row, verdict.Opinion, actor, cancel);
        return await store.TrySave(cancel) ? row.State : DemandFaults.ChangedMeanwhile;
    }
}
