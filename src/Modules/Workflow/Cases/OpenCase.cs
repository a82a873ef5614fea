using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Disputes;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Cases;

/// <summary>A demand that has left its unit becomes a case at once and moves with it up to its listing; a withdrawn one ends it, as long as nothing was supplied.</summary>
internal sealed class OpenCase(Store store, AuditLog audit, IdSource rowIds, TimeProvider clock, ClockBook clocks, MoveCase move, DemandBook demands, TellOfCase tell) : IDemandListener
{
    private static readonly Fault InUse = new("workflow.case.withdraw.in-use", "数据已经提供。不再需要的，请在需求办理中“结束使用”并登记处置情况（条例第二十七条、第二十九条）。", null, FaultKind.Conflict);

    public async Task Moved(MovedDemand demand, string note, Actor actor, CancellationToken cancel)
    {
        var row = await store.Set<Case>().SingleOrDefaultAsync(c => c.Id == demand.Id, cancel);
        if (row is null)
        {
            await Open(demand, actor, cancel);
            return;
        }
        (row.Name, row.ProviderId, row.DistrictId) = (demand.Name, demand.ProviderId, demand.DistrictId);
        var to = State(demand.Stand) is CaseState.ToDispatch && row.State == CaseState.AtDistrict ? CaseState.ToAnswer : State(demand.Stand);
        // Sent back by its own head it has not come to anybody else yet.
        if (CaseFlow.Mirror(row.State, to) is not { } line) return;
        if (to == CaseState.ToAnswer) row.Kind = CaseKinds.Of(await demands.Read(row.Id, cancel));
        await move.Make(row, line, note.Trim(), actor, cancel);
        if (row.State == CaseState.ToDispatch && (await demands.Read(row.Id, cancel)).Insist.Length > 0) await tell.Insisted(row, actor, cancel);
    }

    // A running term is neither interrupted nor counted anew: only whose duty it is changes.
    public async Task ProviderChanged(IReadOnlyCollection<long> ids, long providerId, Actor actor, CancellationToken cancel)
    {
        foreach (var row in await store.Set<Case>().Where(c => ids.Contains(c.Id)).ToListAsync(cancel))
        {
            var before = row.ProviderId;
            row.ProviderId = providerId;
            await HandOn(row, before, cancel);
            row.Touch(rowIds, clock);
            audit.Add(actor, WorkflowAudit.ProviderNamed, WorkflowAudit.Of(row), before: new { ProviderId = before }, after: new { row.ProviderId });
            // Whoever follows it for the former provider sees it no more, and is not told of this either.
            if (before != 0) store.RemoveRange(await store.Set<Follow>().Where(f => f.SubjectKind == WorkflowAudit.CaseKind && f.SubjectId == row.Id && f.UnitId == before).ToListAsync(cancel));
            await tell.ProviderNamed(row, actor, cancel);
        }
    }

    // Its terms and its open disputes go with it.
    private async Task HandOn(Case row, long before, CancellationToken cancel)
    {
        if (before == 0) return;
        var disputes = await store.Set<Dispute>().Where(d => d.CaseId == row.Id && d.ClosedAt == null).ToListAsync(cancel);
        foreach (var dispute in disputes)
        {
            dispute.ProviderId = row.ProviderId;
            dispute.Touch(rowIds, clock);
        }
        List<long> matters = [row.Id, .. disputes.Select(d => d.Id)];
        foreach (var open in await store.Set<Clock>().Where(c => matters.Contains(c.CaseId) && c.OwnerId == before && c.StoppedOn == null).ToListAsync(cancel)) open.OwnerId = row.ProviderId;
    }

    public async Task<Fault?> Withdrawn(long id, string why, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<Case>().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } row || CaseFlow.Ends.Contains(row.State)) return null;
        if (CaseFlow.Table.FirstOrDefault(m => m.From == row.State && m.Act == CaseAct.Withdraw) is not { } line) return InUse;
        await move.Make(row, line, why, actor, cancel);
        return null;
    }

    private async Task Open(MovedDemand demand, Actor actor, CancellationToken cancel)
    {
        var row = new Case
        {
            Id = demand.Id, Name = demand.Name, UnitId = demand.UnitId, ProviderId = demand.ProviderId, DistrictId = demand.DistrictId, State = State(demand.Stand), Kind = CaseKind.Conditional, OpenedAt = clock.GetUtcNow(),
        };
        await clocks.Begin(row, CaseTerms.Of(row), cancel);
        row.Touch(rowIds, clock);
        store.Add(row);
        audit.Add(actor, WorkflowAudit.Opened, WorkflowAudit.Of(row), after: new { row.State, row.DueOn });
        await tell.Opened(row, actor, cancel);
    }

    private static CaseState State(DemandStand stand) => stand switch
    {
        DemandStand.AtDistrict => CaseState.AtDistrict,
        DemandStand.InCheck => CaseState.InCheck,
        DemandStand.Returned => CaseState.Returned,
        _ => CaseState.ToDispatch,
    };
}
