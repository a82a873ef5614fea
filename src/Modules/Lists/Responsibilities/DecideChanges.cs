using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>
/// Decides proposed changes of rows in force: confirmed, the row says what the catalogue says, or is removed; refused, it stays, and the same change
/// is not proposed again. Both are decisions that can be undone the same day.
/// </summary>
internal sealed class DecideChanges(
    Store store, ListsTurn turn, AuditLog audit, TimeProvider clock, IOrganizationDirectory organizations, DecisionBook decisions, EntryContents contents, Bans bans, ApplyChange apply, GenerationOrders generation)
{
    /// <summary>Kind under which the decision is kept.</summary>
    public const string Kind = "lists.responsibility.changes";

    /// <summary>Confirms the chosen changes; <paramref name="chosen"/> null means all open ones of the units this person acts for, or of <paramref name="unit"/> alone.</summary>
    public async Task<Result<Decided>> Confirm(IReadOnlyCollection<long>? chosen, Actor actor, CancellationToken cancel, long unit = 0, string why = "")
    {
        await using var transaction = await turn.Begin(cancel);
        var open = await Open(chosen, unit, actor, cancel);
        if (open.Count == 0) return EntryFaults.NothingChosen;
        // A change that would leave the share property undetermined cannot be in force, nor one that brings in what the negative list forbids.
        var undetermined = open.FindAll(c => c.Kind == EntryChangeKind.Modify && ContentLines.Parse(c.After).Share is null);
        var forbidden = await Forbidden(open.FindAll(c => c.Kind is EntryChangeKind.Modify or EntryChangeKind.Resume), c => c.Kind == EntryChangeKind.Modify ? c.After : c.Before, cancel);
        var fit = open.Except(undetermined).Where(c => !forbidden.Contains(c.Id)).ToList();
        if (fit.Count == 0) return Nothing(undetermined.Count, forbidden.Count);
        var decision = decisions.Add(actor, Kind, $"变更待确认，{fit.Count} 项{EntryChangeState.Confirmed.Text()}", why);
        var now = await contents.Read([.. fit.Select(c => c.EntryId)], cancel);
        foreach (var change in fit)
            if (await apply.Run(change, now[change.EntryId], decision, actor, cancel)) decision.RowCount++;
        audit.Add(actor, ListsAudit.ChangesConfirmed, decision.AsSubject(), after: new { decision.RowCount }, why: why.Length > 0 ? why : null);
        // What has changed while a row was out of force is found now.
        await generation.About(await Resources(fit.FindAll(c => c.Kind == EntryChangeKind.Resume), cancel), actor, cancel);
        await decisions.Touch(decision, ListsAudit.EntryKind, "lists_entries", $"decision_id = {decision.Id}", nameof(EntryState.InForce), cancel);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Decided(decision.Id, decision.RowCount, open.Count - decision.RowCount);
    }

    /// <summary>Refuses the chosen changes with a reason.</summary>
    public async Task<Result<Decided>> Reject(IReadOnlyCollection<long>? chosen, string why, Actor actor, CancellationToken cancel)
    {
        if (EntryFaults.OfReason(why) is { } fault) return fault;
        await using var transaction = await turn.Begin(cancel);
        var open = await Open(chosen, 0, actor, cancel);
        if (open.Count == 0) return EntryFaults.NothingChosen;
        var decision = decisions.Add(actor, Kind, $"变更待确认，{open.Count} 项{EntryChangeState.Rejected.Text()}", why.Trim());
        decision.RowCount = await store.Execute(
            $"UPDATE lists_changes SET state = 'Rejected', decision_id = @decision, decided_by = @by, decided_at = @at WHERE state = 'Open' AND id IN ({string.Join(',', open.Select(c => c.Id))})",
            cancel, ("decision", decision.Id), ("by", actor.Name), ("at", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        audit.Add(actor, ListsAudit.ChangesRejected, decision.AsSubject(), after: new { decision.RowCount }, why: decision.Why);
        await decisions.Touch(decision, ListsAudit.EntryKind, "lists_entries", $"id IN (SELECT entry_id FROM lists_changes WHERE decision_id = {decision.Id})", nameof(EntryState.InForce), cancel);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Decided(decision.Id, decision.RowCount, 0);
    }

    /// <summary>
    /// Puts the rows of a decision back to what they said before, inside the caller's transaction; returns how many. What people asked for is open again, what the catalogue says is found again.
    /// Rows that moved on, or that the negative list forbids by now, stay.
    /// </summary>
    public async Task<long> Undo(long decisionId, CancellationToken cancel)
    {
        var decided = await store.Set<EntryChange>().AsNoTracking().Where(c => c.DecisionId == decisionId && (c.State == EntryChangeState.Confirmed || c.State == EntryChangeState.Rejected)).ToListAsync(cancel);
        var staying = await Forbidden(decided.FindAll(c => c.State == EntryChangeState.Confirmed && c.Kind != EntryChangeKind.Resume), c => c.Before, cancel);
        staying.UnionWith(await MovedOn(decided.FindAll(c => c.ProposedBy.Length > 0), cancel));
        var undone = new List<EntryChange>();
        foreach (var change in decided.Where(c => !staying.Contains(c.Id)))
            if (change.State == EntryChangeState.Rejected || await apply.Undo(change, cancel)) undone.Add(change);
        await apply.Reopen(undone, cancel);
        return undone.Count;
    }

    // What was asked for by hand and cannot be open again: something else has been asked of its row since, or the row left the state it was asked in.
    private async Task<IEnumerable<long>> MovedOn(List<EntryChange> changes, CancellationToken cancel)
    {
        var rows = changes.ConvertAll(c => c.EntryId);
        var asked = await store.Set<EntryChange>().Where(c => rows.Contains(c.EntryId) && c.State == EntryChangeState.Open && c.ProposedBy != "").Select(c => c.EntryId).ToHashSetAsync(cancel);
        var states = await store.Set<Entry>().Where(e => rows.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.State, cancel);
        return changes.Where(c => asked.Contains(c.EntryId) || (c.State == EntryChangeState.Rejected && !ProposeChange.Fits(states[c.EntryId]).Contains(c.Kind))).Select(c => c.Id);
    }

    /// <summary>The changes that would bring something into force that the negative list forbids.</summary>
    private async Task<HashSet<long>> Forbidden(List<EntryChange> changes, Func<EntryChange, string> content, CancellationToken cancel)
    {
        if (changes.Count == 0) return [];
        var rows = $"id IN ({string.Join(',', changes.Select(c => c.EntryId))})";
        var set = await bans.On(rows, cancel);
        if (set.All.Count == 0) return [];
        var resources = (await store.Query($"SELECT id, resource_id FROM lists_entries WHERE {rows}", r => (Id: r.GetInt64(0), Resource: r.GetInt64(1)), cancel)).ToDictionary(r => r.Id, r => r.Resource);
        return [.. changes.Where(c => set.Forbids(c.ProviderId, resources[c.EntryId], ContentLines.Parse(content(c)))).Select(c => c.Id)];
    }

    private async Task<List<(long Provider, long Resource)>> Resources(List<EntryChange> changes, CancellationToken cancel) => changes.Count == 0 ? [] : await store.Query(
        $"SELECT provider_id, resource_id FROM lists_entries WHERE id IN ({string.Join(',', changes.Select(c => c.EntryId))})", r => (r.GetInt64(0), r.GetInt64(1)), cancel);

    private async Task<List<EntryChange>> Open(IReadOnlyCollection<long>? chosen, long unit, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.City) && !actor.Is(Roles.Liaison, Roles.UnitHead)) return [];
        var open = store.Set<EntryChange>().AsNoTracking().Where(c => c.State == EntryChangeState.Open);
        var units = await organizations.Tree(cancel);
        if (unit != 0 && units.Family(unit) is var family) open = open.Where(c => family.Contains(c.ProviderId));
        if (!actor.Is(Roles.City))
        {
            // What a unit itself asks for is decided by the city.
            var own = units.Family(actor.UnitId);
            open = open.Where(c => own.Contains(c.ProviderId) && c.ProposedBy == "");
        }
        if (chosen is not null) open = open.Where(c => chosen.Contains(c.Id));
        return await open.OrderBy(c => c.Id).ToListAsync(cancel);
    }

    private static List<Fault> Nothing(long undetermined, long forbidden)
    {
        var faults = new List<Fault>();
        if (undetermined > 0) faults.Add(new("lists.change.undetermined", "这 {0} 项变更后共享属性未定，请先在目录中写明。", "id", FaultKind.Conflict, undetermined));
        if (forbidden > 0) faults.Add(new("lists.change.forbidden", "这 {0} 项变更要列入的数据在负面清单中生效，不能列入责任清单。", "id", FaultKind.Conflict, forbidden));
        return faults;
    }
}
