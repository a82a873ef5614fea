using System.Data.Common;
using System.Globalization;
using Qingdan.Platform.Database;
using Qingdan.Platform.Time;

namespace Qingdan.Catalog.Contracts;

/// <summary>Where a resource stands, and how often it was published since a day.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
/// <param name="ProviderId">Whose it is now.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Number of the version in force; 0 before the first.</param>
/// <param name="Since">Publications since the day: versions that took the place of another, and the first of a resource that came about since. The first version of an older draft bears no day and is not counted.</param>
public sealed record ResourceStand(long Id, string Name, long ProviderId, ResourceState State, int Version, int Since);

/// <summary>Tells other modules how far resources are, in whichever state, by one statement.</summary>
public sealed class CatalogStands(Store store)
{
    /// <summary>These resources, by id; what was never there or was taken back with its import is left out.</summary>
    public async Task<IReadOnlyDictionary<long, ResourceStand>> Of(IReadOnlyCollection<long> ids, DateOnly since, CancellationToken cancel) => ids.Count == 0 ? new Dictionary<long, ResourceStand>() : (await store.Query(
        string.Create(CultureInfo.InvariantCulture, $"""
        SELECT r.id, r.name, r.provider_id, r.state, r.version,
            (SELECT count(*) FROM catalog_versions v WHERE v.resource_id = r.id AND v.replaced_at >= @from) + CASE WHEN r.version > 0 AND r.created_at >= @from THEN 1 ELSE 0 END
        FROM catalog_resources r WHERE r.id IN ({string.Join(',', ids)}) AND r.state NOT IN ('Staged', 'Removed')
        """), Read, cancel, ("from", LegalDay.Start(since).ToUnixTimeMilliseconds()))).ToDictionary(s => s.Id);

    private static ResourceStand Read(DbDataReader r) =>
        new(r.GetInt64(0), r.GetString(1), r.GetInt64(2), Enum.Parse<ResourceState>(r.GetString(3)), r.GetInt32(4), Convert.ToInt32(r.GetValue(5), CultureInfo.InvariantCulture));
}
