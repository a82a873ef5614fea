using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Naming;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;

namespace Qingdan.Organizations.Directory;

/// <summary>
/// Keeps the picture of all units. Every <see cref="Recheck"/> the first to ask compares the sum of versions with the store
/// (it grows with every committed change, on whichever node) and loads anew only when it differs.
/// </summary>
internal sealed class DirectoryCache(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Picture? _picture;
    private long _changes;

    /// <summary>After a commit in this process: the next to ask looks at the store, also when somebody is just looking.</summary>
    public void Changed() => Interlocked.Increment(ref _changes);

    public async ValueTask<UnitTree> Tree(CancellationToken cancel)
    {
        if (Fresh() is { } fresh) return fresh;
        await _loading.WaitAsync(cancel);
        try
        {
            return Fresh() ?? (_picture = await Look(cancel)).Tree;
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _loading.Dispose();

    private UnitTree? Fresh() => _picture is { } picture && clock.GetUtcNow() < picture.Until && picture.Changes == Interlocked.Read(ref _changes) ? picture.Tree : null;

    private async Task<Picture> Look(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var (before, changes) = (_picture, Interlocked.Read(ref _changes));
        var until = clock.GetUtcNow() + Recheck;
        var sum = await store.Set<Organization>().SumAsync(o => o.Version, cancel);
        return before is not null && before.Tree.Version == sum ? before with { Until = until, Changes = changes } : new Picture(await Load(store, sum, cancel), until, changes);
    }

    private static async Task<UnitTree> Load(Store store, long version, CancellationToken cancel)
    {
        var units = await store.Set<Organization>().AsNoTracking().OrderBy(o => o.Id).ToListAsync(cancel);
        var names = await store.Set<OrganizationName>().AsNoTracking().Select(n => new { n.Key, n.UnitId }).ToListAsync(cancel);
        var into = units.Where(o => o.MergedIntoId is not null).ToDictionary(o => o.Id, o => o.MergedIntoId!.Value);
        var merged = into.Keys.ToDictionary(id => id, id => Survivor(id, into));
        var keys = units.SelectMany(o => new[] { (Key: o.Uscc, o.Id), (Key: o.Code, o.Id) }).Where(p => p.Key is not null)
            .Concat(names.Select(n => ((string?)n.Key, n.UnitId)))
            .GroupBy(p => p.Item1!).ToDictionary(g => g.Key, g => g.First().Item2);
        return new UnitTree(version, [.. units.Where(o => o.MergedIntoId is null).Select(o => o.ToUnit())], merged, keys, NameKey.Of);
    }

    private static long Survivor(long id, Dictionary<long, long> into)
    {
        while (into.TryGetValue(id, out var next)) id = next;
        return id;
    }

    private sealed record Picture(UnitTree Tree, DateTimeOffset Until, long Changes);
}
