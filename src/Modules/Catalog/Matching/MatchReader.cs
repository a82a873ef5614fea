using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Matching;

/// <summary>What the index and the tables know of resources that may be meant: three statements, each bounded.</summary>
internal sealed class MatchReader(Store store)
{
    private const int MostCandidates = 150;

    /// <summary>The resources in force that answer the weightiest questions, the best first.</summary>
    public async Task<IReadOnlyList<long>> Candidates(IReadOnlyList<NeedProbe> probes, ShelfMoment moment, CancellationToken cancel)
    {
        if (probes.Count == 0) return [];
        var hits = new Dictionary<long, double>();
        // A long resource has several rows on PostgreSQL.
        foreach (var (probe, id) in (await store.Query(Sql(probes), r => (r.GetInt32(0), r.GetInt64(1)), cancel, Parameters(probes))).Distinct())
            hits[id] = hits.GetValueOrDefault(id) + probes[probe].Weight;
        var shown = moment.Codes.Page(TermCounts.InForce(moment), hits.Keys.ToHashSet(), 0, int.MaxValue);
        return [.. shown.OrderByDescending(id => Math.Round(hits[id], 6)).ThenByDescending(id => id).Take(MostCandidates)];
    }

    /// <summary>What is scored and shown of them.</summary>
    public async Task<IReadOnlyList<MatchRow>> Rows(IReadOnlyList<long> ids, UnitTree units, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var some = string.Join(',', ids);
        var items = (await store.Query($"SELECT resource_id, name FROM catalog_items WHERE resource_id IN ({some}) ORDER BY resource_id, place", r => (Id: r.GetInt64(0), Name: r.GetString(1)), cancel)).ToLookup(i => i.Id, i => i.Name);
        return await store.Query($"SELECT id, code, name, provider_id, summary, share, share_stated FROM catalog_resources WHERE id IN ({some})", r => new MatchRow(
            r.GetInt64(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetString(2), units.Living(r.GetInt64(3)), units.Find(r.GetInt64(3)), r.GetString(4), r.IsDBNull(5) ? null : Enum.Parse<ShareProperty>(r.GetString(5)),
            r.GetBoolean(6), [.. items[r.GetInt64(0)]]), cancel);
    }

    // "+ 0": PostgreSQL would walk the index of numbers and look into each row for the word.
    private string Sql(IReadOnlyList<NeedProbe> probes) => string.Join(" UNION ALL ", probes.Select((probe, i) => store.Engine == Engine.Sqlite
        ? $"SELECT * FROM (SELECT {i}, rowid FROM catalog_search WHERE catalog_search MATCH @q{i} ORDER BY rowid DESC LIMIT {probe.Most})"
        : $"SELECT * FROM (SELECT {i}, rowid FROM catalog_search WHERE words @@ @q{i}::tsquery ORDER BY rowid + 0 DESC LIMIT {probe.Most}) p{i}"));

    private (string, object?)[] Parameters(IReadOnlyList<NeedProbe> probes) => [.. probes.Select((probe, i) => ($"q{i}", (object?)Text(probe.Query)))];

    private string Text(SearchQuery query) => store.Engine == Engine.Sqlite ? query.Fts5 : query.TsQuery;
}

/// <summary>A resource that may be meant.</summary>
internal sealed record MatchRow(long Id, string? Code, string Name, long ProviderId, Unit? Provider, string Summary, ShareProperty? Share, bool ShareStated, IReadOnlyList<string> Items)
{
    /// <summary>Its terms.</summary>
    public MatchText Text { get; } = new(Name, Summary, Items, Provider?.Name ?? "");
}
