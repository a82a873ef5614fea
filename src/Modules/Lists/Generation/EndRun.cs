using Qingdan.Lists.Findings;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Lists.Generation;

/// <summary>What a run ends with, whatever it has looked at: rows whose resource is not in force any more, and what is found about the units themselves.</summary>
internal sealed class EndRun(Standings standings, SliceRun slice, FindingBook findings)
{
    /// <summary>Writes both, and what else was planned, inside the caller's transaction.</summary>
    public async Task Run(GenerationWork work, CancellationToken cancel)
    {
        for (long after = 0; await standings.Resting(work.Scope, after, cancel) is { Count: > 0 } resting; after = resting[^1].Id)
            foreach (var orphan in resting.Where(e => !work.Met.Contains(e.ResourceId))) slice.Orphan(orphan);
        var negatives = (await standings.RestingNegatives(work.Scope, cancel)).FindAll(n => !work.Met.Contains(n.ResourceId));
        foreach (var orphan in negatives) slice.Orphan(orphan);
        await slice.Write([.. work.Gone], negatives, work, cancel);
        await findings.ReplaceOfUnits(ListFindings.Source, [.. work.Providers], [.. work.Generator.OfUnits().Select(u => u.Notice.Stored(u.ProviderId, 0, 0, 0))], work.RunId, cancel);
    }
}
