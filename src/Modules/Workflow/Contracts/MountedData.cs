using System.Linq.Expressions;
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
        var own = (await _organizations.Tree(cancel)).Family(actor.UnitId);
        return await Supply(c => own.Contains(c.ProviderId), resources, where, actor, cancel);
    }

    /// <summary>Supplies one case, when it waits for nothing but what is mounted, by whoever granted it.</summary>
    public Task Supply(long caseId, IReadOnlyCollection<long> resources, string where, Actor actor, CancellationToken cancel) => Supply(c => c.Id == caseId, resources, where, actor, cancel);

    private async Task<IReadOnlyList<long>> Supply(Expression<Func<Case, bool>> which, IReadOnlyCollection<long> resources, string where, Actor actor, CancellationToken cancel)
    {
        var supplied = new List<long>();
        foreach (var (id, edit) in await Served(which, resources.ToHashSet(), cancel))
            if ((await _supply.Run(id, edit, nameof(SupplyWay.Service), where, actor, cancel)).Ok) supplied.Add(id);
        return supplied;
    }

    // However many cases wait: one statement for them, one for what was refused, one for what they ask for.
    private async Task<List<(long Id, int Edit)>> Served(Expression<Func<Case, bool>> which, HashSet<long> resources, CancellationToken cancel)
    {
        var waiting = await _store.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.ToSupply || c.State == CaseState.ToSupplyMore).Where(which).OrderBy(c => c.Id).Select(c => new { c.Id, c.Edit }).ToListAsync(cancel);
        var known = waiting.ConvertAll(c => c.Id);
        var refused = (await _store.Set<CaseAnswer>().AsNoTracking().Refused().Where(a => known.Contains(a.CaseId)).Select(a => a.ItemId).ToListAsync(cancel)).ToHashSet();
        var wanted = (await _demands.Asked(known, cancel)).Where(i => !refused.Contains(i.Id)).ToLookup(i => i.DemandId);
        return [.. waiting.Where(c => wanted[c.Id].Any() && wanted[c.Id].All(i => resources.Contains(i.ResourceId))).Select(c => (c.Id, c.Edit))];
    }
}
