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

namespace Qingdan.Lists.Generation;

/// <summary>
/// Runs the generation over the published catalogue and brings candidates, proposed changes and findings up to date.
/// Each slice is a transaction of its own; an interrupted run is simply run again.
/// </summary>
internal sealed class RunGeneration(
    Store store, AuditLog audit, IdSource ids, TimeProvider clock, PublishedCatalog catalog, IOrganizationDirectory organizations, Standings standings, ListedDemands demands,
    Providers providers, SliceRun slice, FindingWriter findings, GiveNumbers numbers)
{
    /// <summary>Runs for one provider, or for all when <paramref name="providerId"/> is 0. <paramref name="progress"/> is told how many resources are done.</summary>
    public async Task<Result<GenerationRun>> Run(long providerId, Actor actor, Func<long, Task> progress, CancellationToken cancel)
    {
        var watch = Stopwatch.GetTimestamp();
        var tree = await organizations.Tree(cancel);
        if (providerId != 0 && tree.Find(providerId) is null) return new Fault("lists.provider.unknown", "没有这个单位。", "provider", FaultKind.NotFound);
        var family = providerId == 0 ? null : tree.Family(providerId);
        var scope = family is null ? "" : $" AND provider_id IN ({string.Join(',', family)})";
        var run = new GenerationRun { Id = ids.Next(), At = clock.GetUtcNow(), ActorName = actor.Name, ProviderId = providerId };
        var (figures, met) = (new RunFigures(), new HashSet<long>());
        var generator = new Generator();
        var facts = providers.Of(tree);
        await foreach (var resources in Slices(catalog.Read(family, cancel), cancel))
        {
            await Write(resources, generator, facts, run.Id, figures, cancel);
            met.UnionWith(resources.Select(r => r.Id));
            await progress(figures.Resources);
        }
        await Finish(run, generator, facts, scope, family, met, figures, actor, watch, cancel);
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

    private async Task Write(List<PublishedResource> resources, Generator generator, Func<long, ProviderFacts> facts, long generation, RunFigures figures, CancellationToken cancel)
    {
        await using var transaction = await store.BeginLists(cancel);
        var known = await standings.Read(resources, cancel);
        foreach (var resource in resources)
        {
            var proposal = generator.Next(new ResourceInput(resource, facts(resource.ProviderId), known.Of(resource.Id)));
            slice.Plan(resource.ProviderId, resource.Id, proposal, known.Entries.GetValueOrDefault(resource.Id), known.Negatives.GetValueOrDefault(resource.Id));
            figures.Items += resource.Items.Count;
        }
        figures.Resources += resources.Count;
        await slice.Write(string.Join(',', resources.Select(r => r.Id)), generation, figures, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>What does not hang on a published resource: demands outside the catalogue, rows whose resource is gone, the units themselves.</summary>
    private async Task Finish(
        GenerationRun run, Generator generator, Func<long, ProviderFacts> facts, string scope, long[]? family, HashSet<long> met, RunFigures figures, Actor actor, long watch, CancellationToken cancel)
    {
        await using var transaction = await store.BeginLists(cancel);
        await OutsideCatalog(generator, facts, scope, cancel);
        for (long after = 0; await standings.Resting(scope, after, cancel) is { Count: > 0 } resting; after = resting[^1].Id)
            foreach (var orphan in resting.Where(e => !met.Contains(e.ResourceId))) slice.Orphan(orphan);
        foreach (var orphan in await standings.OrphanNegatives(scope, met, cancel)) slice.Orphan(orphan);
        foreach (var (provider, notice) in generator.OfUnits()) slice.Found(provider, notice);
        await slice.Write("", run.Id, figures, cancel);
        await findings.Finish(scope, run.Id, cancel);
        await numbers.Run(family is null ? "> 0" : $"IN ({string.Join(',', family)})", cancel);
        (run.Resources, run.Items, run.Candidates, run.Changes, run.Removals, run.Negatives) =
            (figures.Resources, figures.Items, figures.Candidates, figures.Changes, figures.Removals, figures.Negatives);
        var counts = await store.Query($"SELECT severity, sum(total) FROM lists_finding_counts WHERE provider_id > 0{scope} GROUP BY severity", r => (r.GetString(0), Convert.ToInt64(r.GetValue(1), null)), cancel);
        run.Findings = counts.Sum(c => c.Item2);
        run.Severe = counts.Where(c => c.Item1 == nameof(Severity.Severe)).Sum(c => c.Item2);
        run.Digest = generator.Digest();
        run.Milliseconds = (long)Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        store.Add(run);
        audit.Add(actor, ListsAudit.Generated, new Subject("lists.generation", run.Id), after: run);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task OutsideCatalog(Generator generator, Func<long, ProviderFacts> facts, string scope, CancellationToken cancel)
    {
        var known = (await standings.FromDemands(scope, cancel)).ToDictionary(e => e.DemandIds);
        foreach (var demand in await demands.OutsideCatalog(scope, cancel))
        {
            known.Remove(demand.Key, out var stored);
            var proposal = generator.Next(new DemandInput(demand.Id, demand.Number, demand.ProviderId, facts(demand.ProviderId), demand.Name, demand.Frequency, demand.Items, stored?.ShareStated ?? false));
            slice.Plan(demand.ProviderId, 0, proposal, stored, null);
        }
        foreach (var gone in known.Values.Where(e => e.State == EntryState.Candidate)) slice.Orphan(gone);
    }
}
