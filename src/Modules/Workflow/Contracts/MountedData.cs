using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Contracts;

/// <summary>挂接 for cases: a resource that is mounted is there for those to whom it was granted, and their term of supply ends (政务数据共享条例 22).</summary>
public sealed class MountedData
{
    private readonly Store _store;
    private readonly DemandBook _demands;
    private readonly SupplyData _supply;
    private readonly IOrganizationDirectory _organizations;

    internal MountedData(Store store, DemandBook demands, SupplyData supply, IOrganizationDirectory organizations) => (_store, _demands, _supply, _organizations) = (store, demands, supply, organizations);

    /// <summary>
    /// Supplies the cases of this person's unit that wait for nothing but what is mounted; their numbers. A case that waits for other resources too goes on waiting.
    /// </summary>
    /// <param name="resources">All resources that are mounted.</param>
    /// <param name="where">Where the data are: name of the service.</param>
    /// <param name="actor">Who mounted them.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<IReadOnlyList<long>> Tell(IReadOnlyCollection<long> resources, string where, Actor actor, CancellationToken cancel)
    {
        var (supplied, own) = (new List<long>(), (await _organizations.Tree(cancel)).Family(actor.UnitId));
        foreach (var row in await _store.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.ToSupply && own.Contains(c.ProviderId)).Select(c => new { c.Id, c.Edit }).ToListAsync(cancel))
        {
            var refused = await _store.Set<CaseAnswer>().AsNoTracking().Where(a => a.CaseId == row.Id && a.Verdict == Verdict.Refuse).Select(a => a.ItemId).ToListAsync(cancel);
            var wanted = (await _demands.Read(row.Id, cancel)).Items.Where(i => !refused.Contains(i.Id)).ToList();
            if (wanted.Count == 0 || !wanted.TrueForAll(i => resources.Contains(i.ResourceId))) continue;
            if ((await _supply.Run(row.Id, row.Edit, nameof(SupplyWay.Service), where, actor, cancel)).Ok) supplied.Add(row.Id);
        }
        return supplied;
    }
}
