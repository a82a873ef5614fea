using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;

namespace Qingdan.Platform.Audit;

/// <summary>Chains the events that are not chained yet. One sealer at a time, outside the transactions of the changes.</summary>
public sealed class AuditSealer(Store store)
{
    private const int Batch = 500;
    private const long AdvisoryLock = 7_204_120;

    /// <summary>Seals up to one batch; returns how many.</summary>
    public async Task<int> Seal(CancellationToken cancel)
    {
        if (!await store.Set<AuditEvent>().AnyAsync(e => e.Seal == null, cancel)) return 0;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        if (store.Engine == Engine.Postgres) await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancel);
        var last = await store.Set<AuditEvent>().AsNoTracking().Where(e => e.Seal != null).OrderByDescending(e => e.Seal).FirstOrDefaultAsync(cancel);
        var (seal, digest) = (last?.Seal ?? 0, last?.Digest ?? AuditChain.Start);
        var events = await store.Set<AuditEvent>().Where(e => e.Seal == null).OrderBy(e => e.Id).Take(Batch).ToListAsync(cancel);
        foreach (var e in events)
        {
            e.Seal = ++seal;
            e.Digest = digest = AuditChain.Digest(digest, seal, e);
        }
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        store.ChangeTracker.Clear();
        return events.Count;
    }

    /// <summary>Recomputes the whole chain; the first place that does not fit, or null when all is well.</summary>
    public async Task<long?> FindBreak(CancellationToken cancel)
    {
        var (seal, digest) = (0L, AuditChain.Start);
        await foreach (var e in store.Set<AuditEvent>().AsNoTracking().Where(e => e.Seal != null).OrderBy(e => e.Seal).AsAsyncEnumerable().WithCancellation(cancel))
        {
            seal++;
            if (e.Seal != seal) return seal;
            digest = AuditChain.Digest(digest, seal, e);
            if (e.Digest != digest) return seal;
        }
        return null;
    }
}
