using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Quality;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Similar;

/// <summary>
/// Finds resources that may be one. Only what changed since it was compared is looked at, in slices of one short transaction each; what comes out is what comparing all from the beginning would give.
/// </summary>
internal sealed class CompareResources(Store store, ReadProfiles profiles, SimilarKeys keys, GroupPairs groups, CheckOrders checks)
{
    // Resources a slice, and comparisons: both bound the time a writer has to wait.
    private const int Slice = 150, MostCompared = 1_000;
    private const long Turn = 0x73696d696c61;

    private bool _paired;

    /// <summary>Compares until nothing is left to compare; says how many resources were looked at.</summary>
    public async Task<long> Run(JobContext? job, CancellationToken cancel)
    {
        var done = 0L;
        while (true)
        {
            var some = await One(job, cancel);
            if (some == 0) break;
            done += some;
            if (job is not null) await job.Report(done, 0, "比对相似目录");
        }
        // Namesakes are a finding: whoever got or lost one is checked again.
        if (_paired) checks.Add(Actor.System);
        await store.SaveChangesAsync(cancel);
        return done;
    }

    private async Task<int> One(JobContext? job, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        // Two that compare at once would each miss what the other writes.
        await store.WaitForTurn(Turn, cancel);
        if (job is not null) await job.Hold(store, cancel);
        var changed = await Changed(cancel);
        var ids = changed.Select(c => c.Id).ToHashSet();
        ids.UnionWith(await store.Query($"SELECT resource_id FROM catalog_similar_again ORDER BY resource_id LIMIT {Slice - changed.Count}", r => r.GetInt64(0), cancel));
        if (ids.Count == 0) return 0;
        await Look(ids, cancel);
        if (changed.Count > 0)
            await store.Execute($"UPDATE catalog_resources SET compared = seen.column2 FROM (VALUES {string.Join(',', changed.Select(c => string.Create(CultureInfo.InvariantCulture, $"({c.Id},{c.Revision})")))}) AS seen WHERE catalog_resources.id = seen.column1", cancel);
        await transaction.CommitAsync(cancel);
        return ids.Count;
    }

    // The order is that of the index of what is not up to date. A row that somebody is writing is left for the next time: whoever waits for another while holding rows may wait for ever.
    private Task<List<(long Id, long Revision)>> Changed(CancellationToken cancel) => store.Query(
        $"SELECT id, revision FROM catalog_resources WHERE compared <> revision AND state <> 'Staged' ORDER BY compared, id LIMIT {Slice}{(store.Engine == Engine.Postgres ? " FOR UPDATE SKIP LOCKED" : "")}",
        r => (r.GetInt64(0), r.GetInt64(1)), cancel);

    private async Task Look(HashSet<long> ids, CancellationToken cancel)
    {
        var own = await profiles.Run(ids, cancel);
        var wanted = ids.ToDictionary(id => id, id => own.TryGetValue(id, out var profile) ? profile.Keys().ToHashSet() : []);
        var again = await keys.Replace(wanted, cancel);
        var neighbours = await keys.Neighbours(wanted, cancel);
        var compared = 0;
        // At least one, however many it is to be compared with: what is left over comes again.
        var now = ids.Order().TakeWhile((id, i) => (compared += neighbours[id].Count()) <= MostCompared || i == 0).ToHashSet();
        await store.Execute($"DELETE FROM catalog_similar_again WHERE resource_id IN ({SimilarKeys.Text(ids)})", cancel);
        again.ExceptWith(now);
        again.UnionWith(ids.Except(now));
        await CompareOrders.Again(store, again, cancel);
        foreach (var (id, other) in await profiles.Run([.. now.SelectMany(id => neighbours[id]).Where(id => !own.ContainsKey(id)).Distinct()], cancel)) own[id] = other;
        var paired = await Write(now, await Pairs(now, own, neighbours, cancel), cancel);
        await groups.Run(paired, cancel);
        if (paired.Count == 0) return;
        await CheckOrders.Again(store, paired, cancel);
        _paired = true;
    }

    private async Task<Dictionary<(long, long), SimilarPair>> Pairs(HashSet<long> now, Dictionary<long, Profile> known, ILookup<long, long> neighbours, CancellationToken cancel)
    {
        var rejected = (await store.Set<SimilarRejection>().AsNoTracking().Where(r => now.Contains(r.FirstId) || now.Contains(r.SecondId)).ToListAsync(cancel)).ToDictionary(r => (r.FirstId, r.SecondId));
        var found = new Dictionary<(long, long), SimilarPair>();
        foreach (var (id, other) in now.SelectMany(id => neighbours[id], (id, other) => (Math.Min(id, other), Math.Max(id, other))).Distinct())
        {
            if (!known.TryGetValue(id, out var first) || !known.TryGetValue(other, out var second) || Likeness.Between(first, second) is not { } like) continue;
            if (rejected.TryGetValue((id, other), out var no) && !first.Look().FarFrom(no.FirstPrint) && !second.Look().FarFrom(no.SecondPrint)) continue;
            found[(id, other)] = new SimilarPair { FirstId = id, SecondId = other, Score = like.Score, Evidence = JsonSerializer.Serialize(like.Evidence, JsonText.Readable) };
        }
        return found;
    }

    // Who is in a pair that came, went, or is there: their groups are made anew.
    private async Task<HashSet<long>> Write(HashSet<long> now, Dictionary<(long, long), SimilarPair> found, CancellationToken cancel)
    {
        var before = await store.Set<SimilarPair>().AsNoTracking().Where(p => now.Contains(p.FirstId) || now.Contains(p.SecondId)).ToListAsync(cancel);
        var gone = before.Where(p => !found.TryGetValue((p.FirstId, p.SecondId), out var same) || same.Score != p.Score || same.Evidence != p.Evidence).ToList();
        if (gone.Count > 0)
            await store.Execute($"DELETE FROM catalog_similar_pairs WHERE first_id IN ({SimilarKeys.Text(gone.Select(p => p.FirstId).Distinct())}) AND (first_id, second_id) IN (VALUES {string.Join(',', gone.Select(p => string.Create(CultureInfo.InvariantCulture, $"({p.FirstId},{p.SecondId})")))})", cancel);
        var kept = before.Except(gone).Select(p => (p.FirstId, p.SecondId)).ToHashSet();
        await store.InsertMany([.. found.Where(p => !kept.Contains(p.Key)).Select(p => p.Value)], cancel);
        return [.. gone.Concat(found.Values).SelectMany(p => new[] { p.FirstId, p.SecondId })];
    }
}
