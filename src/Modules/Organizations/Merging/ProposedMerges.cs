using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;

namespace Qingdan.Organizations.Merging;

/// <summary>The proposals that nobody has decided yet.</summary>
internal sealed class ProposedMerges(Store store, IOrganizationDirectory directory)
{
    public async Task<IReadOnlyList<MergeProposal>> List(CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        var names = await store.Set<OrganizationName>().AsNoTracking().Where(n => n.Kind != NameKind.Former).Select(n => new { n.UnitId, n.Name }).ToListAsync(cancel);
        var apart = (await store.Set<KeptApart>().AsNoTracking().ToListAsync(cancel)).Select(k => (k.LowId, k.HighId)).ToHashSet();
        var proposals = MergeProposals.Find(names.Where(n => tree.Find(n.UnitId) is not null).Select(n => (tree.Find(n.UnitId)!, n.Name)));
        return [.. proposals.Where(p => !apart.Contains((Math.Min(p.Keep.Id, p.Merge.Id), Math.Max(p.Keep.Id, p.Merge.Id))))];
    }
}
