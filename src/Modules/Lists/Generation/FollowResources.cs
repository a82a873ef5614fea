using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Responsibilities.Rules;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;

namespace Qingdan.Lists.Generation;

/// <summary>
/// Brings the lists up to date with some resources of the catalogue, whatever its size. What stands in the lists afterwards is what a run over everything would have left;
/// it may be run again at any time.
/// </summary>
internal sealed class FollowResources(
    Store store, ListsTurn turn, AuditLog audit, IdSource ids, PublishedCatalog catalog, IOrganizationDirectory organizations, ListedDemands demands,
    Providers providers, GenerationLease lease, WriteSlice write, EndRun end, ApplyRules rules)
{
    /// <summary>Follows; <paramref name="waiting"/> is called while another generation has the turn.</summary>
    public async Task Run(PublishedChange change, Actor actor, Func<Task> waiting, CancellationToken cancel)
    {
        var tree = await organizations.Now(cancel);
        var work = new GenerationWork(ids.Next(), null, providers.Of(tree)) { Named = change };
        await lease.Take(work.RunId, waiting, cancel);
        try
        {
            await foreach (var resources in Slice.Of((await catalog.Of(change.ResourceIds, cancel)).ToAsyncEnumerable(), cancel)) await write.Run(work, resources, cancel);
            await End(work, actor, cancel);
        }
        finally
        {
            await lease.Release(work.RunId);
        }
        await rules.Run(cancel);
    }

    private async Task End(GenerationWork work, Actor actor, CancellationToken cancel)
    {
        await using var writing = await turn.Begin(cancel);
        await lease.Keep(work.RunId, cancel);
        var named = work.Named!.ProviderIds;
        foreach (var unit in (await catalog.Having(named, cancel)).Union(await demands.Providers(named, cancel))) work.Generator.Meet(unit, work.Facts(unit));
        await end.Run(work, cancel);
        var f = work.Figures;
        if (f.Candidates + f.Changes + f.Removals + f.Negatives > 0)
            audit.Add(actor, ListsAudit.Generated, new Subject("lists.generation", work.RunId), after: new { f.Resources, f.Items, f.Candidates, f.Changes, f.Removals, f.Negatives });
        await store.SaveChangesAsync(cancel);
        await writing.CommitAsync(cancel);
    }
}
