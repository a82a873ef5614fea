using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Generation;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Negatives;

/// <summary>
/// Ends an entry: 不再提出 by its unit while it is not in force, 移出 by the authority afterwards. The row stays to be read.
/// A catalogue row that still says 不予共享 without a listed basis remains a finding.
/// </summary>
internal sealed class DropNegative(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, GenerationOrders generation)
{
    /// <summary>Ends one entry, for a reason.</summary>
    public async Task<Result<Done>> Run(long id, string why, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await turn.Begin(cancel);
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var row = await store.Set<Negative>().SingleOrDefaultAsync(n => n.Id == id && (own.Contains(n.ProviderId) || n.State == NegativeState.InForce), cancel);
        if (row is null) return NegativeFaults.NotFound;
        var act = row.State == NegativeState.InForce ? NegativeAct.Remove : NegativeAct.Drop;
        if (NegativeRoute.Find(row.State, row.Step, act) is not { } move) return NegativeFaults.NotNow;
        if (!actor.Is(move.Role)) return NegativeFaults.NotYours;
        if (act == NegativeAct.Remove && await store.Set<Negative>().AnyAsync(n => n.ReplacesId == id && n.State != NegativeState.Removed && n.State != NegativeState.Rejected, cancel))
            return new Fault("lists.negative.remove.in-review", "这一条正在重新审核。请先在重新审核的那一条上退回或不同意列入，再移出。", null, FaultKind.Conflict);
        if (why.Trim().Length == 0) return new Fault("lists.negative.why.required", "请写明理由。", "why");
        if (why.Length > 500) return new Fault("lists.negative.why.too-long", "理由不超过 500 字。", "why");
        if (ClassificationMarks.Refusal(why, "why") is { } marked) return marked;

        var before = row.State;
        row.Move(move);
        row.DecisionId = 0;
        row.DecidedBy = actor.Name;
        row.DecidedAt = clock.GetUtcNow();
        row.Touch(ids, clock);
        audit.Add(actor, act == NegativeAct.Remove ? ListsAudit.NegativeRemoved : ListsAudit.NegativeDropped, ListsAudit.Of(row),
            before: new { State = before }, after: new { row.State }, why: why.Trim());
        await generation.About([(row.ProviderId, row.ResourceId)], actor, cancel);
        if (!await store.TrySave(cancel)) return NegativeFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
