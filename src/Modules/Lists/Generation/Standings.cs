using System.Data.Common;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Generation;

/// <summary>Reads what the lists say about some resources: eight statements a slice, whatever its size.</summary>
internal sealed class Standings(Store store, TimeProvider clock, LegalRegister register)
{
    private readonly Dictionary<long, Moved?> _clauses = [];

    private const string EntrySql = "SELECT id, resource_id, state, digest, resource_version, origin_demand_ids, share_stated, rule, edit, provider_id, name, draft_id FROM lists_entries";

    private const string Open = "state IN ('Candidate', 'InRoute', 'Returned', 'InForce')";

    /// <summary>The slice of these resources. Ids come from the store itself, hence they may stand in the text.</summary>
    public async Task<Slice> Read(IReadOnlyList<PublishedResource> resources, CancellationToken cancel)
    {
        var ids = string.Join(',', resources.Select(r => r.Id));
        var entries = await store.Query($"{EntrySql} WHERE resource_id <> 0 AND state <> 'Removed' AND state <> 'Dropped' AND resource_id IN ({ids})", Entry, cancel);
        var catalogued = await store.Query($"{EntrySql} WHERE draft_id <> 0 AND resource_id = 0 AND state <> 'Removed' AND state <> 'Dropped' AND draft_id IN ({ids})", Entry, cancel);
        var demands = await Demands(ids, cancel);
        var both = await store.Query(
            $"""
            SELECT n.resource_id, i.name FROM lists_negatives n JOIN lists_entries e ON e.resource_id = n.resource_id AND e.state = 'InForce' JOIN lists_entry_items i ON i.entry_id = e.id
            WHERE n.resource_id <> 0 AND n.state = 'InForce' AND n.resource_id IN ({ids})
            AND (NOT EXISTS (SELECT 1 FROM lists_negative_items x WHERE x.negative_id = n.id) OR EXISTS (SELECT 1 FROM lists_negative_items x WHERE x.negative_id = n.id AND x.item_id = i.item_id))
            ORDER BY n.resource_id, i.place
            """, r => (Resource: r.GetInt64(0), Item: r.GetString(1)), cancel);
        return new Slice(resources, entries.Concat(catalogued.Select(e => e with { ResourceId = e.DraftId })).DistinctBy(e => e.ResourceId).ToDictionary(e => e.ResourceId), await Negatives(ids, cancel),
            demands, both.ToLookup(b => b.Resource, b => b.Item));
    }

    /// <summary>Rows that rest on a resource, in states that generation may act on, after an id: at the end those not met are orphans.</summary>
    public Task<List<StoredEntry>> Resting(string scope, long after, CancellationToken cancel) =>
        store.Query($"{EntrySql} WHERE resource_id <> 0 AND state IN ('Candidate', 'InForce'){scope} AND id > @after ORDER BY id LIMIT 20000", Entry, cancel, ("after", after));

    /// <summary>As <see cref="Resting"/>, of the 负面清单: in force or under way.</summary>
    public Task<List<StoredNegative>> RestingNegatives(string scope, CancellationToken cancel) => NegativesWhere($"resource_id <> 0 AND {Open}{scope}", cancel);

    /// <summary>Rows that came from demands for data outside the catalogue.</summary>
    public Task<List<StoredEntry>> FromDemands(string scope, CancellationToken cancel) =>
        store.Query($"{EntrySql} WHERE origin = 'Demand' AND state <> 'Removed' AND state <> 'Dropped'{scope}", Entry, cancel);

    /// <summary>Negative rows about data outside the catalogue, in force or under way.</summary>
    public Task<List<StoredNegative>> OutsideNegatives(string scope, CancellationToken cancel) =>
        NegativesWhere($"resource_id = 0 AND {Open}{scope}", cancel);

    // Two statements, the second by id alone: joined, or asked for their state, either engine reads all demands for each slice.
    private async Task<ILookup<long, DemandStanding>> Demands(string ids, CancellationToken cancel)
    {
        var wanted = await store.Query($"SELECT DISTINCT resource_id, demand_id FROM lists_demand_items WHERE resource_id <> 0 AND resource_id IN ({ids})", r => (Resource: r.GetInt64(0), Demand: r.GetInt64(1)), cancel);
        var listed = (await store.Query($"SELECT id, number, state FROM lists_demands WHERE id IN ({string.Join(',', wanted.Select(w => w.Demand).Append(0).Distinct())})",
            r => (Demand: new DemandStanding(r.GetInt64(0), r.IsDBNull(1) ? "" : r.GetString(1)), State: r.GetString(2)), cancel)).Where(d => d.State == nameof(DemandState.Listed)).ToDictionary(d => d.Demand.Id, d => d.Demand);
        return wanted.Where(w => listed.ContainsKey(w.Demand)).OrderBy(w => w.Demand).ToLookup(w => w.Resource, w => listed[w.Demand]);
    }

    private async Task<IReadOnlyDictionary<long, StoredNegative>> Negatives(string ids, CancellationToken cancel) =>
        (await NegativesWhere($"resource_id <> 0 AND state <> 'Removed' AND resource_id IN ({ids})", cancel)).GroupBy(n => n.ResourceId).ToDictionary(g => g.Key, g => g.FirstOrDefault(n => n.State == NegativeState.InForce) ?? g.First());

    // 重新审核: until it is listed the entry in force speaks for its resource.
    private async Task<List<StoredNegative>> NegativesWhere(string rows, CancellationToken cancel)
    {
        var (where, today) = ($"{rows} AND (replaces_id = 0 OR state = 'InForce')", Shown.Day(clock.Today()));
        var movedOn = await MovedOn(where, cancel);
        var items = (await store.Query(
            $"SELECT negative_id, item_id FROM lists_negative_items WHERE negative_id IN (SELECT id FROM lists_negatives WHERE {where})", r => (Negative: r.GetInt64(0), Item: r.GetInt64(1)), cancel))
            .ToLookup(i => i.Negative, i => i.Item);
        return await store.Query(
            $"SELECT id, resource_id, edit, state, basis_level, basis_name, basis_clause, basis_state, digest, provider_id, name, decision_id, narrowed, review_on FROM lists_negatives WHERE {where}", r => Negative(r, items, movedOn, today), cancel);
    }

    // Entries in force whose clause the register has as repealed, or as amended and reading otherwise than they quote it, there or in the version that took its place.
    private async Task<HashSet<long>> MovedOn(string where, CancellationToken cancel)
    {
        var quoted = await store.Query($"SELECT id, basis_clause_id, basis_text FROM lists_negatives WHERE {where} AND state = 'InForce' AND basis_clause_id <> 0", r => (Id: r.GetInt64(0), Clause: r.GetInt64(1), Text: r.GetString(2)), cancel);
        var gone = new HashSet<long>();
        foreach (var (id, clause, text) in quoted)
        {
            if (!_clauses.TryGetValue(clause, out var moved)) moved = _clauses[clause] = await Clause(clause, cancel);
            if (moved is { } now && (now.State == LawState.Repealed || !Quotation.Compare(now.Text, text).Agrees || (now.Replaced && (now.Successor is null || !Quotation.Compare(now.Successor, text).Agrees)))) gone.Add(id);
        }
        return gone;
    }

    private async Task<Moved?> Clause(long id, CancellationToken cancel)
    {
        if (await register.Find(id, cancel) is not { State: not LawState.InEffect } clause) return null;
        var (replaced, now) = await register.Successor(id, cancel);
        return new Moved(clause.State, clause.Text, replaced, now?.Text);
    }

    // A clause that is not the law any more; the text that took its place, if any.
    private sealed record Moved(LawState State, string Text, bool Replaced, string? Successor);

    private static StoredEntry Entry(DbDataReader r) => new(
        r.GetInt64(0), r.GetInt64(1), Enum.Parse<EntryState>(r.GetString(2)), r.GetString(3), r.GetInt32(4), r.GetString(5), r.GetBoolean(6), r.GetString(7), r.GetInt32(8),
        r.GetInt64(9), r.GetString(10), r.GetInt64(11));

    private static StoredNegative Negative(DbDataReader r, ILookup<long, long> items, HashSet<long> movedOn, string today) => new(r.GetInt64(0), r.GetInt64(1), r.GetInt32(2), r.GetInt64(9), r.GetString(10), new NegativeStanding(
        Enum.Parse<NegativeState>(r.GetString(3)), items[r.GetInt64(0)].ToHashSet(), r.GetString(4).Length == 0 ? null : Enum.Parse<LegalBasisLevel>(r.GetString(4)),
        HasBasis: r.GetString(5).Length > 0 && r.GetString(6).Length > 0, movedOn.Contains(r.GetInt64(0)) ? BasisState.Amended : Enum.Parse<BasisState>(r.GetString(7)), r.GetString(8))
    {
        Ruled = r.GetInt64(11) != 0, Narrowed = r.GetString(12).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse).ToHashSet(),
        ReviewDue = !r.IsDBNull(13) && string.CompareOrdinal(r.GetString(13), today) <= 0,
    });
}
