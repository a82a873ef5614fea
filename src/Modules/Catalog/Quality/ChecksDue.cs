using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Quality;

/// <summary>Orders a check of what nobody wrote: data that are no longer fresh, all resources when the rules are others, and what an order was lost for.</summary>
internal sealed class ChecksDue(Store store, QualityRules rules, CheckOrders orders, TimeProvider clock) : IRegularWork
{
    private const int Slice = 5_000;

    public async Task Run(CancellationToken cancel)
    {
        await Stale(cancel);
        var digest = rules.Digest();
        if ((await store.Query("SELECT digest FROM catalog_quality_rules", r => r.GetString(0), cancel)).FirstOrDefault() != digest)
        {
            await All(cancel);
            await Keep(digest, cancel);
        }
        if ((await store.Query("SELECT id FROM catalog_resources WHERE checked <> revision AND state <> 'Staged' LIMIT 1", r => r.GetInt64(0), cancel)).Count == 0) return;
        orders.Add(Actor.System);
        await store.SaveChangesAsync(cancel);
    }

    // On the first day of a month many are no longer fresh at once.
    private async Task Stale(CancellationToken cancel)
    {
        while (await store.Execute("UPDATE catalog_resources SET checked = 0, fresh_until = NULL WHERE id IN (SELECT id FROM catalog_resources WHERE fresh_until < @today LIMIT @most)", cancel, ("today", Shown.Day(clock.Today())), ("most", Slice)) == Slice) { }
    }

    /// <summary>Has all resources looked at again; some at a time, since nobody who saves is to wait for all.</summary>
    public async Task All(CancellationToken cancel)
    {
        for (long after = 0; (await store.Query("SELECT max(id) FROM (SELECT id FROM catalog_resources WHERE id > @after ORDER BY id LIMIT @most) slice", r => r.IsDBNull(0) ? 0 : r.GetInt64(0), cancel, ("after", after), ("most", Slice)))[0] is > 0 and var last; after = last)
            await store.Execute("UPDATE catalog_resources SET checked = 0 WHERE id > @after AND id <= @last AND checked <> 0", cancel, ("after", after), ("last", last));
    }

    private async Task Keep(string digest, CancellationToken cancel)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.Execute("DELETE FROM catalog_quality_rules", cancel);
        await store.Execute("INSERT INTO catalog_quality_rules (digest) VALUES (@digest)", cancel, ("digest", digest));
        await transaction.CommitAsync(cancel);
    }
}
