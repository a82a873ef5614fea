using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;

namespace Qingdan.Lists.Demands.Repeats;

/// <summary>Demands that were written before demands were compared, or came in by another way: they have no keys yet.</summary>
internal sealed class CompareEarlier(Store store, KeepRepeats repeats) : IRegularWork
{
    private const int Slice = 100;

    public async Task Run(CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            var some = await store.Query(
                $"SELECT id FROM lists_demands d WHERE id > @after AND state <> 'Withdrawn' AND NOT EXISTS (SELECT 1 FROM lists_demand_keys k WHERE k.demand_id = d.id) AND EXISTS (SELECT 1 FROM lists_demand_items i WHERE i.demand_id = d.id) ORDER BY id LIMIT {Slice}",
                r => r.GetInt64(0), cancel, ("after", after));
            if (some.Count == 0) return;
            await using var transaction = await store.Database.BeginTransactionAsync(cancel);
            await repeats.Look(some, cancel);
            await transaction.CommitAsync(cancel);
            store.ChangeTracker.Clear();
            after = some[^1];
        }
    }
}
