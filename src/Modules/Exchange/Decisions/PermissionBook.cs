using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Grants;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Search.Shelves;

namespace Qingdan.Exchange.Decisions;

/// <summary>What is permitted, in memory, as the store has it: read whole at the start, then resource by resource when a grant or a list changes.</summary>
internal sealed class PermissionBook(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private const int Slice = 2_000;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly GrantRows _rows = new();
    private volatile Permissions _now = Permissions.None;
    private DateTimeOffset? _read;

    /// <summary>The permissions now.</summary>
    public Permissions Now => _now;

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Takes in what was written since the last time.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (store, lists) = (scope.ServiceProvider.GetRequiredService<Store>(), scope.ServiceProvider.GetRequiredService<ListsInForce>());
            var begun = clock.GetUtcNow();
            var resources = await Changed(store, lists, begun, cancel);
            var changed = new Dictionary<long, ResourceGrants>();
            foreach (var some in resources.Chunk(Slice)) await Read(store, lists, some, changed, cancel);
            var next = _now.With(changed, await Applications(store, begun, cancel));
            _now = _read is null || next.IsDue ? next.Joined() : next;
            _read = begun;
        }
        finally
        {
            _gate.Release();
        }
    }

    // The resources on which something may be permitted otherwise than before. Writers draw their revisions before they commit, and a clock may have been set back.
    private async Task<List<long>> Changed(Store store, ListsInForce lists, DateTimeOffset now, CancellationToken cancel)
    {
        if (_read is not { } last) return await store.Query("SELECT DISTINCT resource_id FROM exchange_grants ORDER BY resource_id", r => r.GetInt64(0), cancel);
        var since = Since(last, now);
        // Not grouped there: SQLite would walk through all grants in the order of their resources.
        var written = await store.Query("SELECT id, resource_id, application_id, revision FROM exchange_grants WHERE revision > @since", r => (Id: r.GetInt64(0), Resource: r.GetInt64(1), Calls: r.GetInt64(2) != 0, Revision: r.GetInt64(3)), cancel, ("since", since));
        // Each row by its own revision: one that was committed later, or on a node whose clock is behind, may have a lower one than its neighbours, or than it had before.
        return [.. written.Where(w => _now.Of(w.Resource).RevisionOf(w.Id) is var known && (known == 0 ? w.Calls : known != w.Revision)).Select(w => w.Resource).Union((await lists.ChangedSince(since, cancel)).Where(r => _now.Of(r).Count > 0))];
    }

    private static long Since(DateTimeOffset last, DateTimeOffset now) => IdSource.Floor((last < now ? last : now) - Shelf.Overlap);

    private async Task Read(Store store, ListsInForce lists, long[] resources, Dictionary<long, ResourceGrants> into, CancellationToken cancel)
    {
        var grants = (await store.Set<Grant>().AsNoTracking().Where(g => resources.Contains(g.ResourceId) && g.ApplicationId != 0).ToListAsync(cancel)).ToLookup(g => g.ResourceId);
        var standings = await lists.Of([.. grants.Select(g => g.Key)], cancel);
        foreach (var resource in resources) into[resource] = grants[resource].Any() ? new ResourceGrants(grants[resource].Select(g => _rows.Of(g, standings.GetValueOrDefault(resource)))) : ResourceGrants.None;
    }

    private async Task<FrozenDictionary<long, KnownApplication>> Applications(Store store, DateTimeOffset now, CancellationToken cancel)
    {
        if (_read is { } last)
        {
            var since = Since(last, now);
            if (!await store.Set<Application>().AnyAsync(a => a.Revision > since, cancel)) return _now.Applications;
        }
        var secrets = (await store.Set<ApplicationSecret>().AsNoTracking().Where(s => s.Until == null || s.Until > now).ToListAsync(cancel)).ToLookup(s => s.ApplicationId, s => new KnownSecret(s.Id, s.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue));
        return (await store.Set<Application>().AsNoTracking().Where(Application.MayCall).ToListAsync(cancel)).ToFrozenDictionary(a => a.Id, a => new KnownApplication(a.Id, a.UnitId, Allowlist.Read(a.Allowlist).Value, [.. secrets[a.Id]]));
    }
}
