using Qingdan.Lists.Generation;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Records.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>
/// Writes one decided change into its row, and takes it out again. Guarded: a change is applied while it is open and its row in force,
/// and taken out only while nothing else was decided on the row since.
/// </summary>
internal sealed class ApplyChange(Store store, IdSource ids, TimeProvider clock, EntryWriter writer)
{
    /// <summary>Applies an open change; <paramref name="now"/> is what the row says now. False when there was nothing to apply it to.</summary>
    public async Task<bool> Run(EntryChange change, EntryContent now, Decision decision, Actor actor, CancellationToken cancel)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var from = change.Kind == EntryChangeKind.Resume ? "state = 'Suspended'" : change.Kind == EntryChangeKind.Remove ? "state IN ('InForce', 'Suspended')" : "state = 'InForce'";
        var settled = await store.Execute(
            $"""
            UPDATE lists_changes SET state = 'Confirmed', before = @before, decision_id = @decision, decided_by = @by, decided_at = @at,
            former_decision_id = e.decision_id, former_state = e.state, former_by = e.decided_by, former_at = e.decided_at
            FROM lists_entries e WHERE e.id = lists_changes.entry_id AND e.{from} AND lists_changes.id = @id AND lists_changes.state = 'Open'
            """, cancel, ("before", ContentLines.Json(now)), ("decision", decision.Id), ("by", actor.Name), ("at", at), ("id", change.Id));
        if (settled == 0) return false;
        var stamp = new EntryStamp(decision.Id, actor.Name, at);
        if (change.Kind == EntryChangeKind.Modify) return await writer.Overwrite(change.EntryId, ContentLines.Parse(change.After), change.Digest, "TRUE", stamp, cancel);
        return await Move(change.EntryId, Leads(change.Kind), from, stamp, cancel);
    }

    /// <summary>Puts the row back to what it said and who had decided before; false when it has moved on since.</summary>
    public async Task<bool> Undo(EntryChange change, CancellationToken cancel)
    {
        var stamp = new EntryStamp(change.FormerDecisionId, change.FormerBy, change.FormerAt?.ToUnixTimeMilliseconds());
        var untouched = $"decision_id = {change.DecisionId}";
        var before = ContentLines.Parse(change.Before);
        if (change.Kind == EntryChangeKind.Modify) return await writer.Overwrite(change.EntryId, before, new ContentDigest().Of(before), untouched, stamp, cancel);
        return await Move(change.EntryId, change.FormerState,
            $"""
            state = '{Leads(change.Kind)}' AND {untouched}
            AND NOT EXISTS (SELECT 1 FROM lists_entries o WHERE o.id <> lists_entries.id AND o.resource_id = lists_entries.resource_id AND o.resource_id <> 0 AND o.state IN ('Candidate', 'InForce', 'Suspended', 'Rejected'))
            """, stamp, cancel);
    }

    /// <summary>What people asked for waits for a decision again, one open change a row; what the catalogue proposed is void, and it proposes anew.</summary>
    public async Task Reopen(IReadOnlyCollection<EntryChange> undone, CancellationToken cancel)
    {
        var asked = string.Join(',', undone.Where(c => c.ProposedBy.Length > 0).Select(c => c.Id).DefaultIfEmpty(0));
        await store.Execute($"DELETE FROM lists_changes WHERE state = 'Open' AND entry_id IN (SELECT entry_id FROM lists_changes WHERE id IN ({asked}))", cancel);
        await store.Execute($"UPDATE lists_changes SET state = 'Open', decision_id = 0, decided_by = '', decided_at = NULL WHERE id IN ({asked})", cancel);
        await store.Execute($"UPDATE lists_changes SET state = 'Undone' WHERE id IN ({string.Join(',', undone.Where(c => c.ProposedBy.Length == 0).Select(c => c.Id).DefaultIfEmpty(0))})", cancel);
    }

    private static EntryState Leads(EntryChangeKind kind) => kind switch
    {
        EntryChangeKind.Remove => EntryState.Removed,
        EntryChangeKind.Suspend => EntryState.Suspended,
        _ => EntryState.InForce,
    };

    private async Task<bool> Move(long id, EntryState state, string guard, EntryStamp stamp, CancellationToken cancel) => await store.Execute(
        $"""
        UPDATE lists_entries SET state = '{state}', decision_id = @decision, decided_by = @by, decided_at = @at, edit = edit + 1, revision = @revision, changed_at = @now WHERE id = @id AND {guard}
        """, cancel, ("decision", stamp.Decision), ("by", stamp.By), ("at", stamp.At), ("revision", ids.Next()), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("id", id)) == 1;
}

/// <summary>Who decided on a row, and when, in milliseconds.</summary>
internal sealed record EntryStamp(long Decision, string By, long? At);
