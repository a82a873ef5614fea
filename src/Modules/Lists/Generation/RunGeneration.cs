using System.Diagnostics;
using System.Numerics;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Responsibilities;
using Qingdan.Lists.Responsibilities.Rules;
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
    Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, PublishedCatalog catalog, IOrganizationDirectory organizations, Standings standings, ListedDemands demands,
    Providers providers, GenerationLease lease, WriteSlice write, SliceRun slice, EndRun end, FindingBook findings, GiveNumbers numbers, ApplyRules rules)
{
    private static readonly string[] Filled = ["lists_entries", "lists_entry_items", "lists_negatives", "lists_negative_items"];

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
            var work = new GenerationWork(run.Id, providerId == 0 ? null : tree.Family(providerId), providers.Of(tree));
            var slices = 0;
            await foreach (var resources in Slice.Of(catalog.Read(work.Family, cancel), cancel))
            {
                await write.Run(work, resources, cancel);
                await progress(work.Figures.Resources);
                // A table that was empty when it began is planned for as empty, and read through for each slice, until its statistics are gathered.
                if (BitOperations.IsPow2(++slices)) await store.GatherStatistics(cancel, Filled);
            }
            await Rest(work, cancel);
            await Finish(work, run, actor, watch, cancel);
        }
        finally
        {
            await lease.Release(run.Id);
        }
        await rules.Run(cancel);
        return run;
    }

    /// <summary>What does not hang on a published resource: demands outside the catalogue, rows whose resource is gone, the units themselves.</summary>
    private async Task Rest(GenerationWork work, CancellationToken cancel)
    {
        await using var transaction = await turn.Begin(cancel);
        await lease.Keep(work.RunId, cancel);
        await OutsideCatalog(work, cancel);
        foreach (var outside in await standings.OutsideNegatives(work.Scope, cancel))
            foreach (var notice in GenerateNotices.OfOutside(outside, work.Facts(outside.ProviderId))) slice.Found(outside, notice);
        await end.Run(work, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task Finish(GenerationWork work, GenerationRun run, Actor actor, long watch, CancellationToken cancel)
    {
        await using var transaction = await turn.Begin(cancel);
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

    private async Task OutsideCatalog(GenerationWork work, CancellationToken cancel)
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
}
