using Qingdan.Lists.Negatives;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;

namespace Qingdan.Lists.Generation;

/// <summary>Writes candidates of the 负面清单. Rows that somebody works on or that are in force are left alone; findings say where they differ.</summary>
internal sealed class NegativeWriter(Store store, IdSource ids, TimeProvider clock)
{
    private static readonly (string, BulkType)[] Columns =
    [
        ("id", BulkType.Number), ("provider_id", BulkType.Number), ("resource_id", BulkType.Number), ("resource_version", BulkType.Number), ("name", BulkType.Text), ("code", BulkType.Text),
        ("reason", BulkType.Text), ("alternatives", BulkType.Text), ("impact", BulkType.Text), ("basis_level", BulkType.Text), ("basis_name", BulkType.Text), ("basis_number", BulkType.Text),
        ("basis_clause", BulkType.Text), ("basis_text", BulkType.Text), ("basis_state", BulkType.Text), ("basis_clause_id", BulkType.Number), ("ban", BulkType.Text), ("legal_opinion", BulkType.Text),
        ("state", BulkType.Text), ("step", BulkType.Text), ("decision_id", BulkType.Number), ("decided_by", BulkType.Text), ("edit", BulkType.Number), ("revision", BulkType.Number),
        ("elements", BulkType.Text), ("digest", BulkType.Text), ("created_at", BulkType.Number), ("changed_at", BulkType.Number),
    ];

    private static readonly (string, BulkType)[] ItemColumns =
        [("id", BulkType.Number), ("negative_id", BulkType.Number), ("item_id", BulkType.Number), ("place", BulkType.Number), ("name", BulkType.Text)];

    /// <summary>True when the stored row is to get the proposed content: a candidate nobody has worked on, or a refused row whose content is new.</summary>
    public static bool Replaces(StoredNegative stored, NegativeProposal proposal) =>
        stored is { State: NegativeState.Candidate, Edit: 0 } or { State: NegativeState.Rejected } && !proposal.Says(stored.Standing.Digest);

    /// <summary>New candidates.</summary>
    public async Task Insert(IReadOnlyList<NewNegative> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using (var writer = await BulkWriter.Open(store, "lists_negatives", cancel, Columns))
        {
            foreach (var (id, provider, resource, p) in rows)
                await writer.Write(
                [
                    id, provider, resource, p.Version, p.Name, p.Code, p.Reason, "", "", "", "", "", "", "", nameof(BasisState.Unknown), 0L, nameof(BanKind.Undecided), "",
                    nameof(NegativeState.Candidate), "", 0L, "", 0, ids.Next(), "{}", p.Digest, now, now,
                ]);
            await writer.Complete(cancel);
        }
        await Items(rows.Select(r => (r.Id, r.Proposal)), cancel);
    }

    /// <summary>As with the rows of the 责任清单: it follows its resource.</summary>
    public async Task Rehome(IEnumerable<(long Id, long Provider)> rows, CancellationToken cancel)
    {
        foreach (var (id, provider) in rows)
            await store.Execute("UPDATE lists_negatives SET provider_id = @provider, revision = @revision WHERE id = @id", cancel, ("provider", provider), ("revision", ids.Next()), ("id", id));
    }

    /// <summary>New content for candidates. The reason stays as soon as somebody has worked on the row.</summary>
    public async Task Replace(IReadOnlyList<(StoredNegative Stored, NegativeProposal Proposal)> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var replaced = new List<(long, NegativeProposal)>(rows.Count);
        foreach (var (stored, proposal) in rows)
        {
            var changed = await store.Execute(
                """
                UPDATE lists_negatives SET name = @name, code = @code, reason = CASE WHEN edit = 0 THEN @reason ELSE reason END, resource_version = @version, digest = @digest,
                state = 'Candidate', step = '', decision_id = 0, decided_by = '', decided_at = NULL, edit = CASE WHEN edit = 0 THEN 0 ELSE edit + 1 END, revision = @revision, changed_at = @now WHERE id = @id AND edit = @edit AND state IN ('Candidate', 'Rejected')
                """, cancel, ("name", proposal.Name), ("code", proposal.Code), ("reason", proposal.Reason), ("version", proposal.Version), ("digest", proposal.Digest), ("revision", ids.Next()),
                ("now", now), ("id", stored.Id), ("edit", stored.Edit));
            if (changed == 0) continue;
            await store.Execute("DELETE FROM lists_negative_items WHERE negative_id = @id", cancel, ("id", stored.Id));
            replaced.Add((stored.Id, proposal));
        }
        await Items(replaced, cancel);
    }

    /// <summary>Writes the code that a resource has got since into rows that otherwise say the same.</summary>
    public async Task Recode(IReadOnlyList<(StoredNegative Stored, NegativeProposal Proposal)> rows, CancellationToken cancel)
    {
        foreach (var (stored, proposal) in rows)
            await store.Execute("UPDATE lists_negatives SET code = @code, digest = @digest, revision = @revision WHERE id = @id AND digest = @before", cancel,
                ("code", proposal.Code), ("digest", proposal.Digest), ("revision", ids.Next()), ("id", stored.Id), ("before", stored.Standing.Digest));
    }

    /// <summary>Takes back candidates that nobody worked on and that follow from nothing any more.</summary>
    public async Task Drop(IReadOnlyCollection<StoredNegative> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var list = string.Join(',', rows.Select(r => r.Id));
        await store.Execute($"INSERT INTO lists_dropped (id, revision) SELECT id, @revision FROM lists_negatives WHERE state = 'Candidate' AND edit = 0 AND id IN ({list})", cancel, ("revision", ids.Next()));
        await store.Execute($"DELETE FROM lists_negative_items WHERE negative_id IN (SELECT id FROM lists_negatives WHERE state = 'Candidate' AND edit = 0 AND id IN ({list}))", cancel);
        await store.Execute($"DELETE FROM lists_negatives WHERE state = 'Candidate' AND edit = 0 AND id IN ({list})", cancel);
    }

    private async Task Items(IEnumerable<(long NegativeId, NegativeProposal Proposal)> rows, CancellationToken cancel)
    {
        await using var writer = await BulkWriter.Open(store, "lists_negative_items", cancel, ItemColumns);
        foreach (var (id, proposal) in rows)
            foreach (var item in proposal.Items) await writer.Write([ids.Next(), id, item.Id, item.Place, item.Name]);
        await writer.Complete(cancel);
    }
}

/// <summary>A candidate to be written.</summary>
internal sealed record NewNegative(long Id, long ProviderId, long ResourceId, NegativeProposal Proposal);
