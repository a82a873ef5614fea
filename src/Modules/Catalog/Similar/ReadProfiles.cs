using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Similar;

/// <summary>Reads what of resources is compared: two statements, whatever their number. Those not in force are left out.</summary>
internal sealed class ReadProfiles(Store store, IOrganizationDirectory organizations)
{
    /// <summary>The profiles by id.</summary>
    public async Task<Dictionary<long, Profile>> Run(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var units = await organizations.Tree(cancel);
        var some = string.Join(',', ids);
        var items = new Dictionary<long, HashSet<string>>();
        foreach (var (resource, name) in await store.Query(
            $"SELECT resource_id, name FROM catalog_items WHERE resource_id IN ({some}) AND place <= {Profile.MostItems}", r => (r.GetInt64(0), r.GetString(1)), cancel))
        {
            if (!items.TryGetValue(resource, out var names)) items[resource] = names = [];
            if (NameKey.Of(name) is { Length: > 0 } key) names.Add(key);
        }
        var profiles = await store.Query(
            $"SELECT id, provider_id, name, system_name, share FROM catalog_resources WHERE id IN ({some}) AND state IN ('Published', 'Changing', 'ChangeInReview')",
            r => new Profile(
                r.GetInt64(0), units.Living(r.GetInt64(1)), Area(units.Find(r.GetInt64(1))), r.GetString(2), NameRoot.Of(r.GetString(2)), NameKey.Of(r.GetString(3)),
                r.IsDBNull(4) ? null : Enum.Parse<ShareProperty>(r.GetString(4)), items.GetValueOrDefault(r.GetInt64(0)) ?? []), cancel);
        return profiles.ToDictionary(p => p.Id);
    }

    private static string Area(Unit? unit) => unit is null ? "" : unit.Kind is OrganizationKind.District or OrganizationKind.Subdistrict ? unit.Name : unit.District;
}
