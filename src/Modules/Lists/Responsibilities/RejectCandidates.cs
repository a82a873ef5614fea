using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>不列入: candidates are refused with a reason. They are not proposed again as long as the catalogue says the same.</summary>
internal sealed class RejectCandidates(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, DecisionBook decisions)
{
    /// <summary>Kind under which the decision is kept.</summary>
    public const string Kind = "lists.responsibility.reject";

    /// <summary>Refuses the chosen candidates of the units this person acts for.</summary>
    public async Task<Result<Decided>> Run(EntryChoice choice, string why, Actor actor, CancellationToken cancel)
    {
        if (EntryFaults.OfReason(why) is { } fault) return fault;
        if (choice.Ids is { Count: > EntryChoice.MostTicked }) return EntryFaults.TooMany;
        var units = await organizations.Tree(cancel);
        var candidates = choice with { Filter = choice.Filter with { State = EntryState.Candidate } };
        var (where, values) = candidates.Where(actor, units);
        await using var transaction = await turn.Begin(cancel);
        var decision = decisions.Add(actor, Kind, candidates.Sentence(units), why.Trim());
        decision.RowCount = await store.Execute(
            $"""
            UPDATE lists_entries SET state = 'Rejected', decision_id = @decision, decided_by = @by, decided_at = @at, edit = edit + 1, revision = @revision, changed_at = @at WHERE {where}
            """, cancel, [.. values, ("decision", decision.Id), ("by", actor.Name), ("at", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("revision", ids.Next())]);
        if (decision.RowCount == 0) return EntryFaults.NothingChosen;
        audit.Add(actor, ListsAudit.CandidatesRejected, decision.AsSubject(), after: new { decision.Filter, decision.RowCount }, why: decision.Why);
        await decisions.Touch(decision, ListsAudit.EntryKind, "lists_entries", $"decision_id = {decision.Id}", nameof(EntryState.Candidate), cancel);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Decided(decision.Id, decision.RowCount, 0);
    }
}
