using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;

namespace Qingdan.Lists.Generation;

/// <summary>Writes candidates of the 责任清单 in bulk, inside the transaction of a slice.</summary>
internal sealed class EntryWriter(Store store, IdSource ids, TimeProvider clock)
{
    internal static readonly (string Name, BulkType Type)[] Columns =
    [
        ("id", BulkType.Number), ("number", BulkType.Text), ("provider_id", BulkType.Number), ("resource_id", BulkType.Number), ("resource_version", BulkType.Number),
        ("name", BulkType.Text), ("code", BulkType.Text), ("share", BulkType.Text), ("share_stated", BulkType.Flag), ("share_condition", BulkType.Text), ("share_ways", BulkType.Text),
        ("duty_type", BulkType.Text), ("frequency", BulkType.Text), ("data_level", BulkType.Text), ("system_name", BulkType.Text), ("promised_on", BulkType.Text), ("contact", BulkType.Text),
        ("origin", BulkType.Text), ("origin_demand_ids", BulkType.Text), ("rule", BulkType.Text), ("note", BulkType.Text), ("state", BulkType.Text), ("decision_id", BulkType.Number),
        ("decided_by", BulkType.Text), ("decided_at", BulkType.Number), ("edit", BulkType.Number), ("revision", BulkType.Number), ("elements", BulkType.Text), ("digest", BulkType.Text),
        ("created_at", BulkType.Number), ("changed_at", BulkType.Number),
    ];

    internal static readonly (string Name, BulkType Type)[] ItemColumns =
        [("entry_id", BulkType.Number), ("place", BulkType.Number), ("item_id", BulkType.Number), ("name", BulkType.Text), ("share", BulkType.Text), ("share_condition", BulkType.Text)];

    private static readonly string[] Shares = ["Unconditional", "Conditional", "NotShared"];

    /// <summary>New candidates.</summary>
    public async Task Insert(IReadOnlyList<NewEntry> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var values = new object?[Columns.Length];
        await using (var writer = await BulkWriter.Open(store, "lists_entries", cancel, Columns))
        {
            foreach (var row in rows)
            {
                Fill(values, row, ids.Next(), now);
                await writer.Write(values);
            }
            await writer.Complete(cancel);
        }
        await Items(rows.Select(r => (r.Id, r.Proposal.Content)), cancel);
    }

    /// <summary>New content for candidates and refused rows; what a unit added by hand stays.</summary>
    public async Task Replace(IReadOnlyList<(StoredEntry Stored, EntryProposal Proposal)> rows, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var replaced = new List<(long, EntryContent)>(rows.Count);
        foreach (var (stored, proposal) in rows)
        {
            var c = proposal.Content;
            var changed = await store.Execute(
                $"""
                UPDATE lists_entries SET {Catalogued}, name = @name, code = @code, share = @share, share_stated = @stated, share_condition = @condition, share_ways = @ways, frequency = @frequency,
                duty_type = CASE WHEN duty_type = 'Undetermined' THEN @duty ELSE duty_type END, data_level = @level, system_name = @system, resource_version = @version, origin_demand_ids = @demands, rule = @rule, digest = @digest,
                state = 'Candidate', decision_id = 0, decided_by = '', decided_at = NULL, edit = edit + 1, revision = @revision, changed_at = @now WHERE id = @id AND edit = @edit
                """, cancel, ("name", c.Name), ("code", c.Code), ("share", c.Share?.ToString()), ("stated", proposal.ShareStated), ("condition", c.ShareCondition), ("ways", c.ShareWays), ("duty", DutyTypes.Of(c.ShareWays).ToString()),
                ("frequency", c.Frequency?.ToString()), ("level", c.DataLevel), ("system", c.SystemName), ("version", c.Version), ("demands", stored.Rule == GenerationRules.Demand ? stored.DemandIds : proposal.DemandIds), ("rule", stored.Rule == GenerationRules.Demand ? stored.Rule : proposal.Rule),
                ("digest", proposal.Digest), ("revision", ids.Next()), ("now", now), ("id", stored.Id), ("edit", stored.Edit));
            if (changed == 1) replaced.Add((stored.Id, c));
        }
        if (replaced.Count == 0) return;
        await store.Execute($"DELETE FROM lists_entry_items WHERE entry_id IN ({string.Join(',', replaced.Select(r => r.Item1))})", cancel);
        await Items(replaced, cancel);
    }

    /// <summary>Brings version, demands, rule and code up to date where the content is the same.</summary>
    public async Task Refresh(IEnumerable<(StoredEntry Stored, EntryProposal Proposal)> rows, CancellationToken cancel)
    {
        foreach (var (stored, proposal) in rows)
            await store.Execute(
                $"UPDATE lists_entries SET {Catalogued}, code = @code, digest = @digest, resource_version = @version, origin_demand_ids = @demands, rule = @rule, share_stated = @stated, revision = @revision WHERE id = @id AND edit = @edit", cancel,
                ("code", proposal.Content.Code), ("digest", proposal.Digest), ("version", proposal.Content.Version), ("demands", stored.Rule == GenerationRules.Demand ? stored.DemandIds : proposal.DemandIds), ("rule", stored.State == EntryState.Candidate ? proposal.Rule : stored.Rule),
                ("stated", stored.State == EntryState.Candidate ? proposal.ShareStated : stored.ShareStated), ("revision", ids.Next()), ("id", stored.Id), ("edit", stored.Edit));
    }

    /// <summary>A row is its resource's provider's: one that was read before the resource changed hands and written afterwards follows it.</summary>
    public async Task Rehome(IEnumerable<(long Id, long Provider)> rows, CancellationToken cancel)
    {
        foreach (var (id, provider) in rows)
            await store.Execute("UPDATE lists_entries SET provider_id = @provider, revision = @revision WHERE id = @id", cancel, ("provider", provider), ("revision", ids.Next()), ("id", id));
    }

    /// <summary>Takes back candidates that follow from nothing any more. Nobody decided on them: no list shows them again.</summary>
    public async Task<int> Drop(IReadOnlyList<StoredEntry> rows, CancellationToken cancel) => rows.Count == 0 ? 0 : await store.Execute(
        $"UPDATE lists_entries SET state = 'Dropped', edit = edit + 1, revision = @revision, changed_at = @now WHERE state = 'Candidate' AND id IN ({string.Join(',', rows.Select(r => r.Id))})", cancel,
        ("revision", ids.Next()), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));

    // A row of a demand follows its draft into the catalogue with the first content that has a version, and back when that is undone.
    private const string Catalogued = "resource_id = CASE WHEN @version = 0 THEN 0 WHEN resource_id = 0 THEN draft_id ELSE resource_id END";

    /// <summary>Gives a row in force the content that was decided; false, and nothing written, when it does not fit <paramref name="guard"/> (SQL).</summary>
    public async Task<bool> Overwrite(long id, EntryContent c, string digest, string guard, EntryStamp stamp, CancellationToken cancel)
    {
        var written = await store.Execute(
            $"""
            UPDATE lists_entries SET {Catalogued}, name = @name, code = @code, share = @share, share_stated = TRUE, share_condition = @condition, share_ways = @ways, frequency = @frequency, data_level = @level,
            system_name = @system, resource_version = @version, digest = @digest, decision_id = @decision, decided_by = @by, decided_at = @at, edit = edit + 1, revision = @revision, changed_at = @now
            WHERE id = @id AND state = 'InForce' AND {guard}
            """, cancel, ("name", c.Name), ("code", c.Code), ("share", c.Share?.ToString()), ("condition", c.ShareCondition), ("ways", c.ShareWays), ("frequency", c.Frequency?.ToString()),
            ("level", c.DataLevel), ("system", c.SystemName), ("version", c.Version), ("digest", digest), ("decision", stamp.Decision), ("by", stamp.By), ("at", stamp.At),
            ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("revision", ids.Next()), ("id", id));
        if (written == 0) return false;
        await store.Execute("DELETE FROM lists_entry_items WHERE entry_id = @id", cancel, ("id", id));
        await Items([(id, c)], cancel);
        return true;
    }

    /// <summary>Items of several rows; the rows have none yet.</summary>
    public async Task Items(IEnumerable<(long EntryId, EntryContent Content)> rows, CancellationToken cancel)
    {
        var values = new object?[ItemColumns.Length];
        await using var writer = await BulkWriter.Open(store, "lists_entry_items", cancel, ItemColumns);
        foreach (var (id, content) in rows)
        {
            values[0] = id;
            foreach (var item in content.Items)
            {
                (values[1], values[2], values[3], values[5]) = (item.Place, item.Id, item.Name, item.ShareCondition);
                values[4] = item.Share is { } share ? Shares[(int)share] : null;
                await writer.Write(values);
            }
        }
        await writer.Complete(cancel);
    }

    private static void Fill(object?[] values, NewEntry row, long revision, long now)
    {
        var (c, p) = (row.Proposal.Content, row.Proposal);
        object?[] all =
        [
            row.Id, null, row.ProviderId, row.ResourceId, c.Version, c.Name, c.Code, c.Share?.ToString(), p.ShareStated, c.ShareCondition, c.ShareWays, DutyTypes.Of(c.ShareWays).ToString(),
            c.Frequency?.ToString(), c.DataLevel, c.SystemName, null, "", row.ResourceId == 0 ? nameof(EntryOrigin.Demand) : nameof(EntryOrigin.Catalog), p.DemandIds, p.Rule, "",
            nameof(EntryState.Candidate), 0L, "", null, 0, revision, "{}", p.Digest, now, now,
        ];
        all.CopyTo(values, 0);
    }
}

/// <summary>A candidate to be written.</summary>
internal sealed record NewEntry(long Id, long ProviderId, long ResourceId, EntryProposal Proposal);
