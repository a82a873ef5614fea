using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Mounts;
using Qingdan.Exchange.Projection;
using Qingdan.Exchange.Projection.Masking;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Search.Shelves;

namespace Qingdan.Exchange.Gateway;

/// <summary>The mounts in service, in memory, as the store has them.</summary>
internal sealed class ServiceBook(IServiceScopeFactory scopes, MountSecrets secrets, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<long, Service> _services = [];
    private volatile FrozenDictionary<long, Service> _now = FrozenDictionary<long, Service>.Empty;
    private long _newest = -1;

    /// <summary>The services by the number of their mount.</summary>
    public FrozenDictionary<long, Service> Now => _now;

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Takes in what was written since the last time.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<Store>();
            var since = Math.Min(_newest, IdSource.Floor(clock.GetUtcNow() - Shelf.Overlap));
            var written = (await store.Set<Mount>().AsNoTracking().Where(m => m.Revision > since).ToListAsync(cancel)).FindAll(m => _services.GetValueOrDefault(m.Id)?.Mount.Revision != m.Revision);
            if (written.Count == 0) return;
            var ids = written.ConvertAll(m => m.Id);
            var items = (await store.Set<MountItem>().AsNoTracking().Where(i => ids.Contains(i.MountId)).ToListAsync(cancel)).ToLookup(i => i.MountId);
            var parameters = (await store.Set<MountParameter>().AsNoTracking().Where(p => ids.Contains(p.MountId)).OrderBy(p => p.Place).ToListAsync(cancel)).ToLookup(p => p.MountId);
            foreach (var mount in written)
            {
                // A credential that cannot be opened any more (another data folder): the trial call says so, and nobody is let to the provider without it.
                if (mount.State == MountState.Mounted && secrets.Open(mount) is { } secret) _services[mount.Id] = Make(mount, secret, [.. items[mount.Id]], [.. parameters[mount.Id]]);
                else _services.Remove(mount.Id);
                _newest = Math.Max(_newest, mount.Revision);
            }
            _now = _services.ToFrozenDictionary();
        }
        finally
        {
            _gate.Release();
        }
    }

    // What was saved has been checked: a path or a mask that cannot be read is a bug.
    private static Service Make(Mount mount, string secret, IReadOnlyList<MountItem> items, IReadOnlyList<MountParameter> parameters) => new(
        mount, secret, parameters, Selector.Parse(mount.RowsPath, [.. items.Select(i => new ItemPath(i.ItemId, i.Path))]).Value,
        items.Where(i => i.Mask != MaskKind.None).ToDictionary(i => i.ItemId, i => Masks.Of(i.Mask, i.Pattern, i.Replacement, "").Value));
}
