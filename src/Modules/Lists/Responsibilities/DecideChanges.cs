using Microsoft.EntityFrameworkCore;
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

/// <summary>
/// Decides proposed changes of rows in force: confirmed, the row says what the catalogue says, or is removed; refused, it stays, and the same change
/// is not proposed again. Both are decisions that can be undone the same day.
/// </summary>
internal sealed class DecideChanges(
    Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, DecisionBook decisions, EntryWriter writer)
{
    /// <summary>Kind under which the decision is kept.</summary>
    public const string Kind = "lists.responsibility.changes";

    /// <summary>Confirms the chosen changes; <paramref name="chosen"/> null means all open ones of the units this person acts for.</summary>
    public async Task<Result<Decided>> Confirm(IReadOnlyCollection<long>? chosen, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var open = await Open(chosen, actor, cancel);
        // A change that would leave the share property undetermined cannot be in force.
        var fit = open.Where(c => c.Kind == EntryChangeKind.Remove || ContentLines.Parse(c.After).Share is not null).ToList();
        if (fit.Count == 0) return open.Count == 0 ? EntryFaults.NothingChosen : new Fault("lists.change.undetermined", "这 {0} 项变更后共享属性未定，请先在目录中写明。", "id", FaultKind.Conflict, open.Count);
        var decision = Settle(fit, EntryChangeState.Confirmed, "", actor);
        foreach (var change in fit) await Apply(change.EntryId, change.Kind == EntryChangeKind.Remove ? null : ContentLines.Parse(change.After), change.Digest, decision.Id, actor.Name, cancel);
        audit.Add(actor, ListsAudit.ChangesConfirmed, ListsAudit.Of(decision), after: new { decision.RowCount, Entries = fit.Take(100).Select(c => c.EntryId) });
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Decided(decision.Id, fit.Count, open.Count - fit.Count);
    }

    /// <summary>Refuses the chosen changes with a reason.</summary>
    public async Task<Result<Decided>> Reject(IReadOnlyCollection<long>? chosen, string why, Actor actor, CancellationToken cancel)
    {
        if (EntryFaults.OfReason(why) is { } fault) return fault;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var open = await Open(chosen, actor, cancel);
        if (open.Count == 0) return EntryFaults.NothingChosen;
        var decision = Settle(open, EntryChangeState.Rejected, why.Trim(), actor);
        audit.Add(actor, ListsAudit.ChangesRejected, ListsAudit.Of(decision), after: new { decision.RowCount, Entries = open.Take(100).Select(c => c.EntryId) }, why: decision.Why);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Decided(decision.Id, open.Count, 0);
    }

    /// <summary>Puts the rows of a decision back to what they said before; inside the caller's transaction.</summary>
    public async Task<long> Undo(long decisionId, CancellationToken cancel)
    {
        var decided = await store.Set<EntryChange>().Where(c => c.DecisionId == decisionId).ToListAsync(cancel);
        foreach (var change in decided)
        {
            if (change.State == EntryChangeState.Confirmed) await Restore(change, cancel);
            change.State = EntryChangeState.Undone;
        }
        return decided.Count;
    }

    private async Task<List<EntryChange>> Open(IReadOnlyCollection<long>? chosen, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.City) && !actor.Is(Roles.Liaison, Roles.UnitHead)) return [];
        var open = store.Set<EntryChange>().Where(c => c.State == EntryChangeState.Open);
        if (!actor.Is(Roles.City))
        {
            var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
            open = open.Where(c => own.Contains(c.ProviderId));
        }
        if (chosen is not null) open = open.Where(c => chosen.Contains(c.Id));
        return await open.OrderBy(c => c.Id).ToListAsync(cancel);
    }

    private Decision Settle(List<EntryChange> changes, EntryChangeState state, string why, Actor actor)
    {
        var decision = decisions.Add(actor, Kind, $"变更待确认，{changes.Count} 项{state.Text()}", why);
        decision.RowCount = changes.Count;
        foreach (var change in changes) (change.State, change.DecisionId, change.DecidedBy, change.DecidedAt) = (state, decision.Id, actor.Name, clock.GetUtcNow());
        return decision;
    }

    private async Task Restore(EntryChange change, CancellationToken cancel)
    {
        var before = ContentLines.Parse(change.Before);
        if (change.Kind == EntryChangeKind.Remove)
            await store.Execute(
                """
                UPDATE lists_entries SET state = 'InForce', edit = edit + 1, revision = @revision WHERE id = @id AND state = 'Removed'
                AND NOT EXISTS (SELECT 1 FROM lists_entries o WHERE o.resource_id = lists_entries.resource_id AND o.resource_id <> 0 AND o.state IN ('Candidate', 'InForce', 'Rejected'))
                """, cancel, ("revision", ids.Next()), ("id", change.EntryId));
        else await writer.Overwrite(change.EntryId, before, new ContentDigest().Of(before), change.DecisionId, change.DecidedBy, cancel);
    }

    private async Task Apply(long entryId, EntryContent? after, string digest, long decision, string by, CancellationToken cancel)
    {
        var (revision, now) = (ids.Next(), clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (after is null)
        {
            await store.Execute(
                "UPDATE lists_entries SET state = 'Removed', decision_id = @decision, decided_by = @by, decided_at = @now, edit = edit + 1, revision = @revision, changed_at = @now WHERE id = @id AND state = 'InForce'",
                cancel, ("decision", decision), ("by", by), ("now", now), ("revision", revision), ("id", entryId));
            return;
        }
        await writer.Overwrite(entryId, after, digest, decision, by, cancel);
    }
}
