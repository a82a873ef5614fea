using Qingdan.Lists.Findings;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>What a bulk decision did. <paramref name="Left"/>: chosen rows that stay as they are, because their share property is undetermined or the negative list forbids them.</summary>
internal sealed record Decided(long DecisionId, long Count, long Left);

/// <summary>
/// 确认列入: candidates come into force, in one statement however many they are. Whoever confirms states an inferred share property;
/// rows whose share property is undetermined stay candidates (政务数据共享条例 14), and so do those with an item of the negative list.
/// </summary>
internal sealed class ConfirmCandidates(
    Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, DecisionBook decisions, Bans bans, GiveNumbers numbers, SettleFindings findings, CatalogueDemanded catalogue)
{
    /// <summary>Kind under which the decision is kept.</summary>
    public const string Kind = "lists.responsibility.confirm";

    /// <summary>Confirms the chosen candidates of the units this person acts for.</summary>
    public async Task<Result<Decided>> Run(EntryChoice choice, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (choice.Ids is { Count: > EntryChoice.MostTicked }) return EntryFaults.TooMany;
        var candidates = choice with { Filter = choice.Filter with { State = EntryState.Candidate } };
        var (where, values) = candidates.Where(actor, units);
        await using var transaction = await turn.Begin(cancel);
        var undetermined = (await store.Query($"SELECT count(*) FROM lists_entries WHERE {where} AND share IS NULL", r => r.GetInt64(0), cancel, values))[0];
        var forbidden = await bans.Forbidden($"{where} AND share IS NOT NULL", cancel, values);
        var decision = decisions.Add(actor, Kind, candidates.Sentence(units));
        decision.RowCount = await store.Execute(
            $"""
            UPDATE lists_entries SET state = 'InForce', share_stated = TRUE, decision_id = @decision, decided_by = @by, decided_at = @at, edit = edit + 1, revision = @revision, changed_at = @at
            WHERE {where} AND share IS NOT NULL AND id NOT IN ({Bans.List(forbidden)})
            """, cancel, [.. values, ("decision", decision.Id), ("by", actor.Name), ("at", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("revision", ids.Next())]);
        if (decision.RowCount == 0) return Nothing(undetermined, forbidden.Count);
        await numbers.Entries($"IN (SELECT provider_id FROM lists_entries WHERE decision_id = {decision.Id})", cancel);
        await findings.Confirmed(decision.Id, cancel);
        audit.Add(actor, ListsAudit.CandidatesConfirmed, decision.AsSubject(), after: new { decision.Filter, decision.RowCount });
        await decisions.Touch(decision, ListsAudit.EntryKind, "lists_entries", $"decision_id = {decision.Id}", nameof(EntryState.Candidate), cancel);
        await store.SaveChangesAsync(cancel);
        await catalogue.Run(decision.Id, actor, cancel);
        await transaction.CommitAsync(cancel);
        return new Decided(decision.Id, decision.RowCount, undetermined + forbidden.Count);
    }

    private static List<Fault> Nothing(long undetermined, long forbidden)
    {
        var faults = new List<Fault>();
        if (undetermined > 0) faults.Add(EntryFaults.Undetermined(undetermined));
        if (forbidden > 0) faults.Add(EntryFaults.Forbidden(forbidden));
        return faults.Count > 0 ? faults : [EntryFaults.NothingChosen];
    }
}
