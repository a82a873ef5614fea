using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Systems.Planning;

/// <summary>Reads plan and catalogue of a system and compares them.</summary>
internal sealed class ComparePlan(Store store, SystemResources resources)
{
    public async Task<IReadOnlyList<PlanLine>> Run(InformationSystem system, CancellationToken cancel)
    {
        var plan = await store.Set<PlannedResource>().AsNoTracking().Where(p => p.SystemId == system.Id).OrderBy(p => p.Place).ToListAsync(cancel);
        var rows = await (await resources.Of(system, cancel)).AsNoTracking().ToListAsync(cancel);
        var ids = rows.ConvertAll(r => r.Id);
        var items = (await store.Set<Item>().AsNoTracking().Where(i => ids.Contains(i.ResourceId)).OrderBy(i => i.Place).Select(i => new { i.ResourceId, i.Name }).ToListAsync(cancel)).ToLookup(i => i.ResourceId, i => i.Name);
        return PlanComparison.Of(plan, rows.ConvertAll(r => new FoundResource(r.Id, r.Name, ResourceStates.InForce.Contains(r.State), r.Share, r.Frequency, [.. items[r.Id]])));
    }
}
