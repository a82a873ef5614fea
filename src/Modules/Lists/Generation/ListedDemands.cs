using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Generation;

/// <summary>Reads the listed demands for data that stands in no catalogue.</summary>
internal sealed class ListedDemands(Store store)
{
    // As the index of them says it: SQLite takes it for no other words.
    private const string Where = "state = 'Listed' AND in_catalog = FALSE AND provider_id <> 0";

    /// <summary>The providers, of some, that any is for.</summary>
    public Task<List<long>> Providers(IReadOnlyCollection<long> among, CancellationToken cancel) =>
        store.Query($"SELECT DISTINCT provider_id FROM lists_demands WHERE {Where} AND provider_id IN ({string.Join(',', among.Append(0))})", r => r.GetInt64(0), cancel);

    /// <summary>Those with a known provider, by id.</summary>
    public async Task<IReadOnlyList<OutsideDemand>> OutsideCatalog(string scope, CancellationToken cancel)
    {
        var items = (await store.Query(
            $"SELECT demand_id, name FROM lists_demand_items WHERE demand_id IN (SELECT id FROM lists_demands WHERE {Where}{scope}) ORDER BY demand_id, place",
            r => (Demand: r.GetInt64(0), Name: r.GetString(1)), cancel)).ToLookup(i => i.Demand, i => i.Name);
        return await store.Query(
            $"SELECT id, number, provider_id, name, frequency FROM lists_demands WHERE {Where}{scope} ORDER BY id",
            r => new OutsideDemand(
                r.GetInt64(0), r.IsDBNull(1) ? "" : r.GetString(1), r.GetInt64(2), r.GetString(3), r.IsDBNull(4) ? null : Enum.Parse<UpdateFrequency>(r.GetString(4)), [.. items[r.GetInt64(0)]]), cancel);
    }
}

/// <summary>A listed demand for data outside the catalogue.</summary>
internal sealed record OutsideDemand(long Id, string Number, long ProviderId, string Name, UpdateFrequency? Frequency, IReadOnlyList<string> Items)
{
    /// <summary>How its row in the 责任清单 names it.</summary>
    public string Key => Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
