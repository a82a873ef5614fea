using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Registers;

/// <summary>Whether the platform has what was granted: only what is registered can be given at once (已归集直授).</summary>
internal sealed class CollectedData(Store store)
{
    /// <summary>Names of the granted resources of which no row says that they arrived and are held today; the name of the item outside the catalogue.</summary>
    public async Task<IReadOnlyList<string>> Missing(DemandFacts demand, CancellationToken cancel)
    {
        // Granted without an answer of its own (直接授权, by the platform above) is all of it.
        var refused = await store.Set<CaseAnswer>().AsNoTracking().Refused().Where(a => a.CaseId == demand.Id).Select(a => a.ItemId).ToListAsync(cancel);
        var granted = demand.Items.Where(i => !refused.Contains(i.Id)).ToList();
        var wanted = granted.Select(i => i.ResourceId).Where(id => id != 0).Distinct().ToList();
        var held = await store.Set<RegisterRow>().AsNoTracking().Where(r => r.Kind == RegisterKind.Collected && r.EndedOn == null && r.LastOn != null && wanted.Contains(r.ResourceId)).Select(r => r.ResourceId).ToListAsync(cancel);
        return [.. granted.Where(i => !held.Contains(i.ResourceId)).Select(i => i.Resource.Length == 0 ? i.Name : i.Resource).Distinct()];
    }
}
