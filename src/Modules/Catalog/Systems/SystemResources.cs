using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Systems;

/// <summary>The resources that come from a system: those of its unit whose 来源系统 names it by any of its names.</summary>
internal sealed class SystemResources(Store store, SystemTexts texts, IOrganizationDirectory organizations)
{
    /// <summary>All that are not withdrawn.</summary>
    public async Task<IQueryable<Resource>> Of(InformationSystem system, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var family = units.Family(system.UnitId);
        var index = new SystemIndex(await store.Set<InformationSystem>().AsNoTracking().Where(s => family.Contains(s.UnitId)).ToListAsync(cancel), units);
        return Written(family, (await texts.Read(family, cancel)).Where(t => index.Of(t.Provider, t.Text).Known.Any(s => s.Id == system.Id)).Select(t => t.Text));
    }

    /// <summary>Those of a unit that name a system by one of these keys, registered or not.</summary>
    public async Task<IQueryable<Resource>> Naming(long unit, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var (family, named) = ((await organizations.Tree(cancel)).Family(unit), keys.ToHashSet());
        return Written(family, (await texts.Read(family, cancel)).Select(t => t.Text).Where(t => SystemNames.Keys(t).Any(named.Contains)));
    }

    /// <summary>Resources of these providers that say one of these texts under 来源系统, withdrawn ones left out.</summary>
    public IQueryable<Resource> Written(long[] providers, IEnumerable<string> systemTexts)
    {
        var said = systemTexts.Distinct().ToArray();
        return store.Set<Resource>().Where(r => providers.Contains(r.ProviderId) && said.Contains(r.SystemName)
            && r.State != ResourceState.Staged && r.State != ResourceState.Removed && r.State != ResourceState.Withdrawn);
    }
}
