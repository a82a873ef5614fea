using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Responsibilities.Rules;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Lists.Generation;

/// <summary>
/// Brings the lists up to date with some resources of the catalogue, whatever its size. What stands in the lists afterwards is what a run over everything would have left;
/// it may be run again at any time.
/// </summary>
internal sealed class FollowResources(
    Store store, ListsTurn turn, AuditLog audit, IdSource ids, PublishedCatalog catalog, IOrganizationDirectory organizations, Standings standings, ListedDemands demands,
    Providers providers, GenerationLease lease, WriteSlice write, SliceRun slice, FindingBook findings, ApplyRules rules)
{
    /// <summary>Follows; <paramref name="waiting"/> is called while another generation has the turn.</summary>
    public async Task Run(PublishedChange change, Actor actor, Func<Task> waiting, CancellationToken cancel)
    {
        var tree = await organizations.Now(cancel);
        var work = new GenerationWork(ids.Next(), null, providers.Of(tree)) { Named = true };
        await lease.Take(work.RunId, waiting, cancel);
        try
        {
            await foreach (var resources in Slice.Of((await catalog.Of(change.ResourceIds, cancel)).ToAsyncEnumerable(), cancel)) await write.Run(work, resources, cancel);
            await Gone(work, [.. change.ResourceIds.Where(id => !work.Met.Contains(id))], actor, cancel);
            await Units(work, [.. change.ProviderIds], cancel);
        }
        finally
        {
            await lease.Release(work.RunId);
        }
        await rules.Run(cancel);
    }

    // Rows whose resource is not in force any more.
    private async Task Gone(GenerationWork work, long[] gone, Actor actor, CancellationToken cancel)
    {
        await using var writing = await turn.Begin(cancel);
        await lease.Keep(work.RunId, cancel);
        if (gone.Length > 0)
        {
            foreach (var entry in await standings.RestingOn(gone, cancel)) slice.Orphan(entry);
            var negatives = await standings.NegativesOn(gone, cancel);
            foreach (var negative in negatives) slice.Orphan(negative);
            await slice.Write(gone, negatives.ConvertAll(n => n.Id), work.RunId, work.Figures, cancel);
        }
        var f = work.Figures;
        if (f.Candidates + f.Changes + f.Removals + f.Negatives > 0)
            audit.Add(actor, ListsAudit.Generated, new Subject("lists.generation", work.RunId), after: new { f.Resources, f.Items, f.Candidates, f.Changes, f.Removals, f.Negatives });
        await store.SaveChangesAsync(cancel);
        await writing.CommitAsync(cancel);
    }

    // What is said of a unit itself is said while anything of it stands in catalogue or lists.
    private async Task Units(GenerationWork work, List<long> unitIds, CancellationToken cancel)
    {
        await using var writing = await turn.Begin(cancel);
        await lease.Keep(work.RunId, cancel);
        var notices = new List<NewFinding>();
        foreach (var unit in unitIds)
            if (await catalog.HasAny(unit, cancel) || (await demands.OutsideCatalog($" AND provider_id = {unit}", cancel)).Count > 0)
                notices.AddRange(GenerateNotices.OfUnit(work.Facts(unit)).Select(n => n.Stored(unit, 0, 0, 0)));
        await findings.ReplaceOfUnits(ListFindings.Source, unitIds, notices, work.RunId, cancel);
        await writing.CommitAsync(cancel);
    }
}
