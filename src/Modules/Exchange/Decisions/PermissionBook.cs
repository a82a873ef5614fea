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
    private readonly Dictionary<string, (GrantedEntry[] Items, string Text)> _sets = new(StringComparer.Ordinal);
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
            var next = _now.With(changed, await Applications(store, cancel));
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
        var since = IdSource.Floor((last < now ? last : now) - Shelf.Overlap);
        var written = await store.Query("SELECT resource_id FROM exchange_grants WHERE revision > @since", r => r.GetInt64(0), cancel, ("since", since));
        return [.. written.Union((await lists.ChangedSince(since, cancel)).Where(r => _now.Of(r).Count > 0))];
    }

    private async Task Read(Store store, ListsInForce lists, long[] resources, Dictionary<long, ResourceGrants> into, CancellationToken cancel)
    {
        var grants = (await store.Set<Grant>().AsNoTracking().Where(g => resources.Contains(g.ResourceId) && g.ApplicationId != 0).ToListAsync(cancel)).ToLookup(g => g.ResourceId);
        var standings = await lists.Of([.. grants.Select(g => g.Key)], cancel);
        foreach (var resource in resources) into[resource] = grants[resource].Any() ? new ResourceGrants(grants[resource].Select(g => Row(g, standings.GetValueOrDefault(resource)))) : ResourceGrants.None;
    }

    private GrantRow Row(Grant g, ResourceInForce? lists)
    {
        if (!_sets.TryGetValue(g.Items, out var set)) _sets[g.Items] = set = (GrantedSet.Parse(g.Items), GrantedSet.Numbers(GrantedSet.Parse(g.Items)));
        // 负面清单 has the last word over what is to leave as it is; 核验 and 脱敏 are its own alternatives.
        var blocked = lists is null ? [] : set.Items.Where(i => i.Disclosure == Disclosure.Plain).Select(i => (Item: i, By: lists.Forbidden.FirstOrDefault(f => f.ItemId == 0 || f.ItemId == i.ItemId)))
            .Where(b => b.By is not null).Select(b => new BlockedItem(b.Item.ItemId, b.By!.By)).ToArray();
        var leaving = blocked.Length == 0 ? set.Items : [.. set.Items.Where(i => !Array.Exists(blocked, b => b.ItemId == i.ItemId))];
        var (entry, number, href) = GrantGround.Of(lists, set.Items);
        return new GrantRow(
            g.Id, g.Number, g.ApplicationId, g.UnitId, g.ProviderId, entry, number, href, leaving, blocked.Length == 0 ? set.Text : GrantedSet.Numbers(leaving), blocked.Length == 0 ? null : blocked, g.StartsOn.DayNumber, g.EndsOn?.DayNumber ?? int.MaxValue,
            g.Quota, g.Rate, g.State, lists?.Suspended ?? false, g.Purpose, g.Reason);
    }

    private static async Task<FrozenDictionary<long, KnownApplication>> Applications(Store store, CancellationToken cancel) =>
        (await store.Set<Application>().AsNoTracking().Where(a => a.State == ApplicationState.Admitted || a.State == ApplicationState.ChangeAsked).ToListAsync(cancel))
        .ToFrozenDictionary(a => a.Id, a => new KnownApplication(a.Id, a.UnitId, a.Name, Allowlist.Read(a.Allowlist).Value, a.TokensAfter));
}
