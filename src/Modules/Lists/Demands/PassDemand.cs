using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Generation;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>
/// 区级审核: the district of a street or town passes its demand up to the city, answers it itself where it holds the data, or sends it back (practice of the levels 街镇 → 区 → 市).
/// </summary>
internal sealed class PassDemand(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, DistrictData district, SignOffBook signOffs, GenerationOrders generation, TellMoved tell)
{
    /// <summary>The name under which its sign-offs stand.</summary>
    public const string Step = "district";

    private static readonly Fault NotHeld = new("lists.demand.district.not-held", "所要的目录不是本区单位的，本区不能办理。请上报市级。", "verdict", FaultKind.Conflict);

    /// <summary>Records one verdict of the district on the demand as it was read (<paramref name="edit"/>); <paramref name="take"/> with consent means: the district answers itself.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool take, SignOffInput verdict, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var row = await store.Set<Demand>().SingleOrDefaultAsync(d => d.Id == id && d.DistrictId != 0 && own.Contains(d.DistrictId), cancel);
        if (row is null) return DemandFaults.NotFound;
        var act = !verdict.Agrees ? DemandAct.Return : take ? DemandAct.TakeByDistrict : DemandAct.PassToCity;
        if (row.State != DemandState.AtDistrict || DemandFlow.Find(row.State, act) is not { } move) return DemandFaults.NotNow;
        if (!move.By(actor)) return DemandFaults.NotYours;
        if (row.Edit != edit) return DemandFaults.ChangedMeanwhile;
        var answers = act == DemandAct.TakeByDistrict ? await district.Answers(row, cancel) : row.ProviderId;
        if (answers is null) return NotHeld;
        var faults = signOffs.Check(verdict);
        if (faults.Count > 0) return faults;

        await using var writing = await turn.Begin(cancel);
        row.State = move.To;
        if (act == DemandAct.TakeByDistrict) (row.ProviderId, row.ListedAt) = (answers.Value, clock.GetUtcNow());
        row.Touch(ids, clock);
        var signed = signOffs.Add(actor, ListsAudit.DemandKind, id, Step, verdict);
        audit.Add(actor, verdict.Agrees ? ListsAudit.DemandPassed : ListsAudit.DemandReturned, ListsAudit.Of(row), after: new { row.State, row.ProviderId, SignOff = signed.Evidence() }, why: verdict.Opinion);
        if (row.State is DemandState.Listed) generation.Add(row.ProviderId, actor);
        await tell.Run(row, verdict.Opinion, actor, cancel);
        if (!await store.TrySave(cancel)) return DemandFaults.ChangedMeanwhile;
        await writing.CommitAsync(cancel);
        return new Done();
    }
}
