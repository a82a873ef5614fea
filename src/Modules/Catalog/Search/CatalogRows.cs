using System.Data.Common;
using System.Text.Json;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Search;

/// <summary>Reads the rows of a page by their ids: two statements, whatever the size of the catalogue.</summary>
internal sealed class CatalogRows(Store store)
{
    private const int MostItems = 8;

    private const string Columns = """
        SELECT r.id, r.code, r.name, r.provider_id, r.summary, r.share, r.share_stated, r.frequency, r.state, r.changed_at,
            (SELECT COUNT(*) FROM catalog_items i WHERE i.resource_id = r.id)
        FROM catalog_resources r WHERE r.id
        """;

    /// <summary>The rows in the order of the ids, with the items that contain one of the words.</summary>
    public async Task<IReadOnlyList<CatalogRow>> Read(IReadOnlyList<long> ids, IReadOnlyList<string> words, UnitTree units, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var found = (await store.Query($"{Columns} {OneOf}", r => Row(r, units), cancel, Ids(ids))).ToDictionary(r => r.Id);
        var rows = ids.Where(found.ContainsKey).Select(id => found[id]);
        if (words.Count == 0) return [.. rows];
        var items = await MatchedItems(ids, words, cancel);
        return [.. rows.Select(row => row with { MatchedItems = items.GetValueOrDefault(row.Id, []) })];
    }

    private async Task<Dictionary<long, List<string>>> MatchedItems(IReadOnlyList<long> ids, IReadOnlyList<string> words, CancellationToken cancel)
    {
        var folded = words.Select(Bigrams.Alike).ToList();
        var matched = new Dictionary<long, List<string>>();
        foreach (var (id, name) in await store.Query($"SELECT resource_id, name FROM catalog_items WHERE resource_id {OneOf} ORDER BY resource_id, place", r => (r.GetInt64(0), r.GetString(1)), cancel, Ids(ids)))
        {
            if (!folded.Exists(Bigrams.Alike(name).Contains)) continue;
            if (!matched.TryGetValue(id, out var names)) matched[id] = names = [];
            if (names.Count < MostItems) names.Add(name);
        }
        return matched;
    }

    private string OneOf => store.Engine == Engine.Sqlite ? "IN (SELECT value FROM json_each(@ids))" : "= ANY(@ids)";

    private (string, object?) Ids(IReadOnlyList<long> ids) => ("ids", store.Engine == Engine.Sqlite ? JsonSerializer.Serialize(ids) : ids.ToArray());

    private static CatalogRow Row(DbDataReader r, UnitTree units) => new(
        r.GetInt64(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetString(2), units.Living(r.GetInt64(3)), units.ShortName(r.GetInt64(3)), r.GetString(4),
        r.IsDBNull(5) ? null : Enum.Parse<ShareProperty>(r.GetString(5)), r.GetBoolean(6), r.IsDBNull(7) ? null : Enum.Parse<UpdateFrequency>(r.GetString(7)),
        Enum.Parse<ResourceState>(r.GetString(8)), (int)r.GetInt64(10), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(9)));
}
