using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Registers;

/// <summary>Whether the platform has what was granted: only what is registered can be given at once (已归集直授).</summary>
internal sealed class CollectedData(Store store)
{
    /// <summary>Names of the wanted resources that no row says to be held today; the name of the item outside the catalogue.</summary>
    public async Task<IReadOnlyList<string>> Missing(DemandFacts demand, CancellationToken cancel)
    {
        var wanted = demand.Items.Select(i => i.ResourceId).Where(id => id != 0).Distinct().ToList();
        var held = await store.Set<RegisterRow>().AsNoTracking().Where(r => r.Kind == RegisterKind.Collected && r.EndedOn == null && wanted.Contains(r.ResourceId)).Select(r => r.ResourceId).ToListAsync(cancel);
        return [.. demand.Items.Where(i => !held.Contains(i.ResourceId)).Select(i => i.ResourceId == 0 ? i.Name : i.Resource).Distinct()];
    }
}
