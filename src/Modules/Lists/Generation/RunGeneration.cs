using System.Diagnostics;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Lists.Generation;

/// <summary>
/// Runs the generation over the published catalogue and brings candidates, proposed changes and findings up to date, one run at a time.
/// Each slice is a transaction of its own; an interrupted run is simply run again.
/// </summary>
internal sealed class RunGeneration(
    Store store, AuditLog audit, IdSource ids, TimeProvider clock, PublishedCatalog catalog, IOrganizationDirectory organizations, Standings standings, ListedDemands demands,
    Providers providers, GenerationLease lease, SliceRun slice, FindingBook findings, GiveNumbers numbers)
{
    /// <summary>Runs for one provider, or for all when <paramref name="providerId"/> is 0. <paramref name="progress"/> is told how many resources are done.</summary>
    public async Task<Result<GenerationRun>> Run(long providerId, Actor actor, Func<long, Task> progress, CancellationToken cancel)
    {
        if (providerId != 0 && (await organizations.Tree(cancel)).Find(providerId) is null) return new Fault("lists.provider.unknown", "没有这个单位。", "provider", FaultKind.NotFound);
        var run = new GenerationRun { Id = ids.Next(), At = clock.GetUtcNow(), ActorName = actor.Name, ProviderId = providerId };
        await lease.Take(run.Id, () => progress(0), cancel);
        try
        {
            var watch = Stopwatch.GetTimestamp();
            var tree = await organizations.Now(cancel);
            var work = new Work(run.Id, providerId == 0 ? null : tree.Family(providerId), providers.Of(tree));
            await foreach (var resources in Slices(catalog.Read(work.Family, cancel), cancel))
            {
                await Write(work, resources, cancel);
                await progress(work.Figures.Resources);
            }
            await Rest(work, cancel);
            await Finish(work, run, actor, watch, cancel);
        }
        finally
        {
            await lease.Release(run.Id);
        }
        return run;
    }

    private static async IAsyncEnumerable<List<PublishedResource>> Slices(IAsyncEnumerable<PublishedResource> all, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (next, items) = (new List<PublishedResource>(Slice.MostResources), 0);
        await foreach (var resource in all.WithCancellation(cancel))
        {
            next.Add(resource);
            items += resource.Items.Count;
            if (next.Count < Slice.MostResources && items < Slice.MostItems) continue;
            yield return next;
            (next, items) = (new List<PublishedResource>(Slice.MostResources), 0);
        }
        if (next.Count > 0) yield return next;
    }

    private async Task Write(Work work, List<PublishedResource> resources, CancellationToken cancel)
    {
        await using var transaction = await store.BeginLists(cancel);
        await lease.Keep(work.RunId, cancel);
        var known = await standings.Read(resources, cancel);
        foreach (var resource in resources)
        {
            var proposal = work.Generator.Next(new ResourceInput(resource, work.Facts(resource.ProviderId), known.Of(resource.Id)));
            slice.Plan(resource.ProviderId, resource.Id, proposal, known.Entries.GetValueOrDefault(resource.Id), known.Negatives.GetValueOrDefault(resource.Id));
            work.Figures.Items += resource.Items.Count;
        }
        work.Figures.Resources += resources.Count;
        work.Met.UnionWith(resources.Select(r => r.Id));
        await slice.Write(resources.ConvertAll(r => r.Id), work.RunId, work.Figures, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>What does not hang on a published resource: demands outside the catalogue, rows whose resource is gone, the units themselves.</summary>
    private async Task Rest(Work work, CancellationToken cancel)
    {
        await using var transaction = await store.BeginLists(cancel);
        await lease.Keep(work.RunId, cancel);
        await OutsideCatalog(work, cancel);
        for (long after = 0; await standings.Resting(work.Scope, after, cancel) is { Count: > 0 } resting; after = resting[^1].Id)
            foreach (var orphan in resting.Where(e => !work.Met.Contains(e.ResourceId))) slice.Orphan(orphan);
        foreach (var orphan in await standings.OrphanNegatives(work.Scope, work.Met, cancel)) slice.Orphan(orphan);
        foreach (var outside in await standings.OutsideNegatives(work.Scope, cancel))
            foreach (var notice in GenerateNotices.OfOutside(outside, work.Facts(outside.ProviderId))) slice.Found(outside, notice);
        foreach (var (provider, notice) in work.Generator.OfUnits()) slice.Found(provider, notice);
        await slice.Write([], work.RunId, work.Figures, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task Finish(Work work, GenerationRun run, Actor actor, long watch, CancellationToken cancel)
    {
        await using var transaction = await store.BeginLists(cancel);
        await lease.Keep(work.RunId, cancel);
        await findings.Finish(ListFindings.Source, work.Scope, run.Id, cancel);
        await numbers.Run(work.Units, cancel);
        var figures = work.Figures;
        (run.Resources, run.Items, run.Candidates, run.Changes, run.Removals, run.Negatives) =
            (figures.Resources, figures.Items, figures.Candidates, figures.Changes, figures.Removals, figures.Negatives);
        var counts = await findings.Totals(ListFindings.Source, work.Scope, cancel);
        (run.Findings, run.Severe) = (counts.Values.Sum(), counts.GetValueOrDefault(Severity.Severe));
        run.Digest = work.Generator.Digest();
        run.Milliseconds = (long)Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        store.Add(run);
        audit.Add(actor, ListsAudit.Generated, new Subject("lists.generation", run.Id), after: run);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task OutsideCatalog(Work work, CancellationToken cancel)
    {
        var known = (await standings.FromDemands(work.Scope, cancel)).ToDictionary(e => e.DemandIds);
        foreach (var demand in await demands.OutsideCatalog(work.Scope, cancel))
        {
            known.Remove(demand.Key, out var stored);
            // Catalogued meanwhile: what the catalogue says has been looked at.
            if (stored is not null && (stored.ResourceId != 0 || work.Met.Contains(stored.DraftId))) continue;
            var facts = work.Facts(demand.ProviderId);
            var proposal = work.Generator.Next(new DemandInput(demand.Id, demand.Number, demand.ProviderId, facts, demand.Name, demand.Frequency, demand.Items, stored?.ShareStated ?? false));
            slice.Plan(demand.ProviderId, 0, proposal, stored, null);
        }
        foreach (var gone in known.Values.Where(e => e.State == EntryState.Candidate)) slice.Orphan(gone);
    }

    /// <summary>A run while it goes on. <paramref name="Family"/>: the ids of the one provider; null for all.</summary>
    private sealed record Work(long RunId, long[]? Family, Func<long, ProviderFacts> Facts)
    {
        public Generator Generator { get; } = new();
        public RunFigures Figures { get; } = new();
        public HashSet<long> Met { get; } = [];

        /// <summary>Its providers in SQL.</summary>
        public string Units => Family is null ? "> 0" : $"IN ({string.Join(',', Family)})";

        /// <summary>Nothing for all: an index on something else is then left to the planner.</summary>
        public string Scope => Family is null ? "" : $" AND provider_id {Units}";
    }
}
