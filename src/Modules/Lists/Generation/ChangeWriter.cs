using System.Data.Common;
using System.Text.Json;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Generation;

/// <summary>Proposes changes of rows in force. One open change a row; what was refused before is not proposed again while the catalogue says the same.</summary>
internal sealed class ChangeWriter(Store store, IdSource ids, TimeProvider clock, EntryContents contents)
{
    private static readonly (string, BulkType)[] Columns =
    [
        ("id", BulkType.Number), ("entry_id", BulkType.Number), ("provider_id", BulkType.Number), ("kind", BulkType.Text), ("before", BulkType.Text), ("after", BulkType.Text), ("reason", BulkType.Text),
        ("digest", BulkType.Text), ("state", BulkType.Text), ("decision_id", BulkType.Number), ("decided_by", BulkType.Text), ("at", BulkType.Number), ("decided_at", BulkType.Number),
    ];

    /// <summary>Withdraws open changes of rows that say what the catalogue says.</summary>
    public async Task Settle(IReadOnlyList<StoredEntry> rows, CancellationToken cancel)
    {
        if (rows.Count > 0) await store.Execute($"DELETE FROM lists_changes WHERE state = 'Open' AND entry_id IN ({string.Join(',', rows.Select(r => r.Id))})", cancel);
    }

    /// <summary>Proposes; returns how many changes and how many removals are new.</summary>
    public async Task<(int Changes, int Removals)> Propose(IReadOnlyList<NewChange> wanted, CancellationToken cancel)
    {
        if (wanted.Count == 0) return (0, 0);
        var list = string.Join(',', wanted.Select(w => w.Entry.Id));
        var known = (await store.Query($"SELECT entry_id, digest FROM lists_changes WHERE state IN ('Open', 'Rejected') AND entry_id IN ({list})", Known, cancel)).ToHashSet();
        var fresh = wanted.Where(w => !known.Contains((w.Entry.Id, w.Digest))).ToList();
        if (fresh.Count == 0) return (0, 0);
        var freshIds = fresh.ConvertAll(w => w.Entry.Id);
        await store.Execute($"DELETE FROM lists_changes WHERE state = 'Open' AND entry_id IN ({string.Join(',', freshIds)})", cancel);
        var before = await contents.Read(freshIds, cancel);
        await Write(fresh, before, cancel);
        return (fresh.Count(w => w.Proposal is not null), fresh.Count(w => w.Proposal is null));
    }

    private async Task Write(List<NewChange> rows, IReadOnlyDictionary<long, EntryContent> before, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var writer = await BulkWriter.Open(store, "lists_changes", cancel, Columns);
        foreach (var row in rows)
        {
            var after = row.Proposal is null ? "" : JsonSerializer.Serialize(row.Proposal.Content, JsonText.Readable);
            var kind = row.Proposal is null ? EntryChangeKind.Remove : EntryChangeKind.Modify;
            await writer.Write(
            [
                ids.Next(), row.Entry.Id, row.Entry.ProviderId, kind.ToString(), JsonSerializer.Serialize(before[row.Entry.Id], JsonText.Readable), after, row.Reason, row.Digest,
                nameof(EntryChangeState.Open), 0L, "", now, null,
            ]);
        }
        await writer.Complete(cancel);
    }

    private static (long, string) Known(DbDataReader r) => (r.GetInt64(0), r.GetString(1));
}

/// <summary>A change to be proposed; without a proposal it is a removal.</summary>
internal sealed record NewChange(StoredEntry Entry, EntryProposal? Proposal, string Reason)
{
    /// <summary>Equal digest: the same change.</summary>
    public string Digest => Proposal?.Digest ?? "";
}
