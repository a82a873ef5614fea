using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Cases;

/// <summary>Demands whose case is in use, or was opened, moved or ended since an instant. One statement.</summary>
internal sealed class UsedDemands(Store store) : IUsedDemands
{
    public async Task<IReadOnlySet<long>> Since(DateTimeOffset instant, CancellationToken cancel) =>
        await store.Set<Case>().Where(c => CaseFlow.Usable.Contains(c.State) || c.ChangedAt >= instant).Select(c => c.Id).ToHashSetAsync(cancel);
}
