using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Lists.Generation;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>撤回: the unit no longer needs it. The demand stays to be read; it leaves the demand list.</summary>
internal sealed class WithdrawDemand(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, GenerationOrders generation, KeepRepeats repeats, IEnumerable<IDemandListener> listeners)
{
    /// <summary>Withdraws one demand; a reason is owed once others have seen it.</summary>
    public async Task<Result<Done>> Run(long id, string why, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var row = await store.Set<Demand>().SingleOrDefaultAsync(d => d.Id == id && own.Contains(d.UnitId), cancel);
        if (row is null) return DemandFaults.NotFound;
        if (DemandFlow.Find(row.State, DemandAct.Withdraw) is not { } move) return DemandFaults.NotNow;
        if (!move.By(actor)) return DemandFaults.NotYours;
        if (row.State != DemandState.Draft && why.Trim().Length == 0)
            return new Fault("lists.demand.withdraw.why.required", "请写明撤回的原因。", "why");
        if (why.Length > 500) return new Fault("lists.demand.withdraw.why.too-long", "撤回的原因不超过 500 字。", "why");
        if (ClassificationMarks.Refusal(why, "why") is { } marked) return marked;

        var before = row.State;
        await using var writing = await turn.Begin(cancel);
        row.State = move.To;
        row.Touch(ids, clock);
        audit.Add(actor, ListsAudit.DemandWithdrawn, ListsAudit.Of(row), before: new { State = before }, after: new { row.State }, why: why.Trim());
        if (before is DemandState.Listed && row.ProviderId != 0) generation.Add(row.ProviderId, actor);
        if (before is not DemandState.Draft)
            foreach (var listener in listeners)
                if (await listener.Withdrawn(id, why.Trim(), actor, cancel) is { } refusal) return refusal;
        if (!await store.TrySave(cancel)) return DemandFaults.ChangedMeanwhile;
        await repeats.Look([id], cancel);
        await writing.CommitAsync(cancel);
        return new Done();
    }
}
