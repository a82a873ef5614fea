using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;

namespace Qingdan.Platform.Audit;

/// <summary>Chains the events that are not chained yet. One sealer at a time, outside the transactions of the changes.</summary>
public sealed class AuditSealer
{
    private const int Batch = 500;
    private const long AdvisoryLock = 7_204_120;

    private readonly Store _store;
    private readonly AuditKey _key;

    internal AuditSealer(Store store, AuditKey key) => (_store, _key) = (store, key);

    /// <summary>Seals up to one batch; returns how many. On a chain that does not end at its head nothing is sealed: what was done to it must stay to be seen.</summary>
    public async Task<int> Seal(CancellationToken cancel)
    {
        if (!await _store.Set<AuditEvent>().AnyAsync(e => e.Seal == null, cancel)) return 0;
        await using var transaction = await _store.Database.BeginTransactionAsync(cancel);
        if (_store.Engine == Engine.Postgres) await _store.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancel);
        var head = await _store.Set<AuditHead>().SingleOrDefaultAsync(cancel);
        if (!await EndsAt(head, cancel)) return 0;
        var (seal, digest) = (head?.Seal ?? 0, head?.Digest ?? AuditChain.Start);
        var events = await _store.Set<AuditEvent>().AsNoTracking().Where(e => e.Seal == null).OrderBy(e => e.Id).Take(Batch).ToListAsync(cancel);
        foreach (var e in events)
        {
            e.Seal = ++seal;
            e.Digest = digest = AuditChain.Digest(digest, seal, e);
        }
        var written = await _store.UpdateMany(events, [nameof(AuditEvent.Seal), nameof(AuditEvent.Digest)], cancel);
        if (written != events.Count) throw new InvalidOperationException($"Of {events.Count} events only {written} were there to be sealed.");
        if (head is null) _store.Add(new AuditHead { Seal = seal, Digest = digest, Mac = _key.Mac(seal, digest) });
        else (head.Seal, head.Digest, head.Mac) = (seal, digest, _key.Mac(seal, digest));
        await _store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _store.ChangeTracker.Clear();
        return events.Count;
    }

    /// <summary>Recomputes the whole chain; the first place that does not fit, or null when all is well up to its head.</summary>
    public async Task<long?> FindBreak(CancellationToken cancel)
    {
        var (seal, digest) = (0L, AuditChain.Start);
        await foreach (var e in _store.Set<AuditEvent>().AsNoTracking().Where(e => e.Seal != null).OrderBy(e => e.Seal).AsAsyncEnumerable().WithCancellation(cancel))
        {
            seal++;
            if (e.Seal != seal) return seal;
            digest = AuditChain.Digest(digest, seal, e);
            if (e.Digest != digest) return seal;
        }
        var head = await _store.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(cancel);
        if (head is null) return seal == 0 ? null : seal;
        return head.Seal != seal ? Math.Min(head.Seal, seal) + 1 : head.Digest != digest ? seal : null;
    }

    /// <summary>True when the head was made with the key of this machine, or there is none yet.</summary>
    public async Task<bool> HeadIsOurs(CancellationToken cancel) => await _store.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(cancel) is not { } head || _key.Made(head);

    private async Task<bool> EndsAt(AuditHead? head, CancellationToken cancel)
    {
        var last = await _store.Set<AuditEvent>().AsNoTracking().Where(e => e.Seal != null).OrderByDescending(e => e.Seal).FirstOrDefaultAsync(cancel);
        return head is null ? last is null : head.Seal == last?.Seal && head.Digest == last.Digest && _key.Made(head);
    }
}
