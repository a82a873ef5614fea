using System.Globalization;
using Qingdan.Catalog.Similar;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;

namespace Qingdan.Catalog.Meanings;

/// <summary>
/// Gathers items by their meaning. Only resources that changed since are read, in slices of one short transaction each; they add to the counts and take away from them, so that what is stored is what counting all would give.
/// </summary>
internal sealed class GatherMeanings(Store store, ReadMembers members, CountMeanings counts)
{
    // Bounds the time a writer has to wait.
    private const int Slice = 200;
    private const long Turn = 0x6d65616e696e67;

    /// <summary>Gathers until nothing is left; says how many resources were looked at.</summary>
    public async Task<long> Run(JobContext? job, CancellationToken cancel)
    {
        var done = 0L;
        while (await One(job, cancel) is > 0 and var some)
        {
            done += some;
            if (job is not null) await job.Report(done, 0, "归集同一含义的数据项");
        }
        return done;
    }

    private async Task<int> One(JobContext? job, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        // Two that gather at once would each add what the other adds.
        await store.WaitForTurn(Turn, cancel);
        if (job is not null) await job.Hold(store, cancel);
        // A row that somebody is writing is left for the next time: whoever waits for another while holding rows may wait for ever.
        var changed = await store.Query(
            $"SELECT id, revision FROM catalog_resources WHERE gathered <> revision AND state <> 'Staged' ORDER BY gathered, id LIMIT {Slice}{(store.Engine == Engine.Postgres ? " FOR UPDATE SKIP LOCKED" : "")}",
            r => (Id: r.GetInt64(0), Revision: r.GetInt64(1)), cancel);
        if (changed.Count == 0) return 0;
        await Replace(SimilarKeys.Text(changed.Select(c => c.Id)), cancel);
        await store.Execute($"UPDATE catalog_resources SET gathered = seen.column2 FROM (VALUES {string.Join(',', changed.Select(c => string.Create(CultureInfo.InvariantCulture, $"({c.Id},{c.Revision})")))}) AS seen WHERE catalog_resources.id = seen.column1", cancel);
        await transaction.CommitAsync(cancel);
        return changed.Count;
    }

    private async Task Replace(string resources, CancellationToken cancel)
    {
        var before = await members.Stored(resources, cancel);
        var now = await members.Read(resources, cancel);
        List<MeaningMember> gone = [.. before.Except(now)], come = [.. now.Except(before)];
        if (gone.Count == 0 && come.Count == 0) return;
        // SQLite finds rows by the first condition alone.
        if (gone.Count > 0)
            await store.Execute($"DELETE FROM catalog_meaning_members WHERE resource_id IN ({SimilarKeys.Text(gone.Select(m => m.ResourceId).Distinct())}) AND (resource_id, meaning_id) IN (VALUES {string.Join(',', gone.Select(m => string.Create(CultureInfo.InvariantCulture, $"({m.ResourceId},{m.MeaningId})")))})", cancel);
        await store.InsertMany(come, cancel);
        await counts.Run(gone, come, cancel);
    }
}
