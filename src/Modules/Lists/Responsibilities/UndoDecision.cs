using Qingdan.Lists.Generation;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>撤销: puts the rows of one decision back, on the same day. Rows that moved on since stay where they are.</summary>
internal sealed class UndoDecision(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, DecisionBook decisions, IOrganizationDirectory organizations, DecideChanges changes, GenerationOrders generation)
{
    /// <summary>True for the kinds of decisions that are undone here.</summary>
    public static bool Knows(string kind) => kind is ConfirmCandidates.Kind or RejectCandidates.Kind or DecideChanges.Kind;

    /// <summary>Undoes; returns how many rows were put back.</summary>
    public async Task<Result<long>> Run(long decisionId, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await turn.Begin(cancel);
        var found = await decisions.Undoable(decisionId, actor, cancel);
        if (!found.TryGet(out var decision)) return found.As<long>();
        if (!Knows(decision.Kind)) return new Fault("decision.not-found", "没有这次批量操作，或不是您单位做的。", null, FaultKind.NotFound);
        if (await Foreign(decision, actor, cancel)) return new Fault("decision.not-yours", "这次批量操作涉及别的单位，由办理的人或主管部门、大数据中心撤销。", null, FaultKind.Forbidden);
        var count = decision.Kind switch
        {
            ConfirmCandidates.Kind => await Candidates(decisionId, "InForce", cancel),
            RejectCandidates.Kind => await Candidates(decisionId, "Rejected", cancel),
            _ => await changes.Undo(decisionId, cancel),
        };
        if (count == 0) return EntryFaults.MovedOn;
        decisions.Undo(decision, actor);
        audit.Add(actor, ListsAudit.DecisionUndone, decision.AsSubject(), after: new { Rows = count });
        // What stood in the findings before the decision is found again.
        generation.Add(0, actor);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return count;
    }

    // The authority's unit has clerks of its own: they undo what concerns their unit alone.
    private async Task<bool> Foreign(Decision decision, Actor actor, CancellationToken cancel)
    {
        if (decision.ActorId == actor.PersonId || actor.Is(Roles.City)) return false;
        var own = string.Join(',', (await organizations.Tree(cancel)).Family(actor.UnitId));
        var table = decision.Kind == DecideChanges.Kind ? "lists_changes" : "lists_entries";
        return (await store.Query($"SELECT 1 FROM {table} WHERE decision_id = @decision AND provider_id NOT IN ({own}) LIMIT 1", r => 1, cancel, ("decision", decision.Id))).Count > 0;
    }

    private async Task<long> Candidates(long decision, string state, CancellationToken cancel)
    {
        await store.Execute("DELETE FROM lists_changes WHERE state = 'Open' AND entry_id IN (SELECT id FROM lists_entries WHERE decision_id = @decision)", cancel, ("decision", decision));
        return await store.Execute(
            """
            UPDATE lists_entries SET state = 'Candidate', share_stated = CASE WHEN rule = @inferred THEN FALSE ELSE share_stated END, decision_id = 0, decided_by = '', decided_at = NULL,
            edit = edit + 1, revision = @revision, changed_at = @now WHERE decision_id = @decision AND state = @state
            """, cancel, ("inferred", GenerationRules.Inferred), ("revision", ids.Next()), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("decision", decision), ("state", state));
    }
}
