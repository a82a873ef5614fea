using System.Data.Common;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;

namespace Qingdan.Lists.Generation;

/// <summary>Proposes changes of rows in force. One open change a row; what was refused before is not proposed again while the catalogue says the same.</summary>
internal sealed class ChangeWriter(Store store, IdSource ids, TimeProvider clock, EntryContents contents)
{
    private static readonly (string, BulkType)[] Columns =
    [
        ("id", BulkType.Number), ("entry_id", BulkType.Number), ("provider_id", BulkType.Number), ("kind", BulkType.Text), ("before", BulkType.Text), ("after", BulkType.Text), ("reason", BulkType.Text),
        ("digest", BulkType.Text), ("state", BulkType.Text), ("decision_id", BulkType.Number), ("decided_by", BulkType.Text), ("at", BulkType.Number), ("decided_at", BulkType.Number),
    ];

    /// <summary>Withdraws open changes of rows that say what the catalogue says. A removal refused before was about another time when nothing carried the row.</summary>
    public async Task Settle(IReadOnlyList<StoredEntry> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var list = string.Join(',', rows.Select(r => r.Id));
        await store.Execute($"DELETE FROM lists_changes WHERE state = 'Open' AND proposed_by = '' AND entry_id IN ({list})", cancel);
        await store.Execute($"UPDATE lists_changes SET digest = 'lapsed' WHERE state = 'Rejected' AND kind = 'Remove' AND proposed_by = '' AND digest = '' AND entry_id IN ({list})", cancel);
    }

    /// <summary>Proposes; returns how many changes and how many removals are new.</summary>
    public async Task<(int Changes, int Removals)> Propose(IReadOnlyList<NewChange> wanted, CancellationToken cancel)
    {
        if (wanted.Count == 0) return (0, 0);
        var digests = wanted.ToDictionary(w => w.Entry.Id, w => w.Digest);
        var known = await store.Query($"SELECT id, entry_id, digest, state, proposed_by FROM lists_changes WHERE state IN ('Open', 'Rejected') AND entry_id IN ({string.Join(',', digests.Keys)})", Known, cancel);
        // The catalogue no longer says what they propose, even if what it says now was refused before.
        var stale = known.FindAll(k => k.Open && !k.ByHand && digests[k.Entry] != k.Digest);
        if (stale.Count > 0) await store.Execute($"DELETE FROM lists_changes WHERE id IN ({string.Join(',', stale.Select(k => k.Id))})", cancel);
        var said = known.Where(k => !k.ByHand).ToLookup(k => k.Entry, k => k.Digest);
        // One open change a row: what somebody asks for is decided first.
        var asked = known.FindAll(k => k.Open && k.ByHand).ConvertAll(k => k.Entry).ToHashSet();
        var fresh = wanted.Where(w => !asked.Contains(w.Entry.Id) && !said[w.Entry.Id].Any(w.Says)).ToList();
        if (fresh.Count == 0) return (0, 0);
        var before = await contents.Read(fresh.ConvertAll(w => w.Entry.Id), cancel);
        await Write(fresh, before, cancel);
        return (fresh.Count(w => w.Proposal is not null), fresh.Count(w => w.Proposal is null));
    }

    private async Task Write(List<NewChange> rows, IReadOnlyDictionary<long, EntryContent> before, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var writer = await BulkWriter.Open(store, "lists_changes", cancel, Columns);
        foreach (var row in rows)
        {
            var after = row.Proposal is null ? "" : ContentLines.Json(row.Proposal.Content);
            var kind = row.Proposal is null ? EntryChangeKind.Remove : EntryChangeKind.Modify;
            await writer.Write(
            [
                ids.Next(), row.Entry.Id, row.Entry.ProviderId, kind.ToString(), ContentLines.Json(before[row.Entry.Id]), after, row.Reason, row.Digest,
                nameof(EntryChangeState.Open), 0L, "", now, null,
            ]);
        }
        await writer.Complete(cancel);
    }

    private static (long Id, long Entry, string Digest, bool Open, bool ByHand) Known(DbDataReader r) =>
        (r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3) == nameof(EntryChangeState.Open), r.GetString(4).Length > 0);
}

/// <summary>A change to be proposed; without a proposal it is a removal.</summary>
internal sealed record NewChange(StoredEntry Entry, EntryProposal? Proposal, string Reason)
{
    /// <summary>Equal digest: the same change.</summary>
    public string Digest => Proposal?.Digest ?? "";

    /// <summary>True when a change with this digest was the same.</summary>
    public bool Says(string digest) => Proposal?.Says(digest) ?? digest.Length == 0;
}
