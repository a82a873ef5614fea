using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Lists.Demands;

/// <summary>Whether a district has the data that a street or town asks for.</summary>
internal sealed class DistrictData(Store store, PublishedCatalog catalog, IOrganizationDirectory organizations)
{
    /// <summary>
    /// Who answers when the district takes the demand (本区办理): of the catalogue its provider, when that is the district or a unit below it, outside the catalogue the district.
    /// Null when the data are another's, or no longer in the catalogue: then it is not for the district to grant them.
    /// </summary>
    public async Task<long?> Answers(Demand demand, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var district = units.Living(demand.DistrictId);
        if (!demand.InCatalog) return district;
        var wanted = await store.Set<DemandItem>().AsNoTracking().Where(i => i.DemandId == demand.Id).Select(i => i.ResourceId).Distinct().ToListAsync(cancel);
        var found = await catalog.Of(wanted, cancel);
        if (found.Count < wanted.Count || found.Select(r => units.Living(r.ProviderId)).Distinct().ToList() is not [var provider]) return null;
        return units.Below(district).Any(u => u.Id == provider) ? provider : null;
    }
}
