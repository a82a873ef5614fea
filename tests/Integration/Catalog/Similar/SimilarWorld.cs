using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Similar;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Tests.Support;

namespace Qingdan.Tests.Integration.Catalog.Similar;

/// <summary>Resources in force, written straight into the store, and what is found about them.</summary>
internal static class SimilarWorld
{
    /// <summary>Adds a resource in force.</summary>
    public static async Task<long> Add(this CatalogWorld world, string name, string[]? items = null, long? unit = null, string system = "", string? code = null)
    {
        await using var scope = world.Services.Scope();
        var (store, ids) = (scope.ServiceProvider.Get<Store>(), scope.ServiceProvider.Get<IdSource>());
        var row = new Resource
        {
            Id = ids.Next(), Name = "", NameKey = "", ProviderId = unit ?? world.Liaison.UnitId, State = ResourceState.Published, Version = 1, Code = code, CreatedAt = world.Services.Clock.GetUtcNow(),
        };
        row.Fill(CatalogWorld.Complete with { Name = name, SystemName = system });
        row.Touch(ids, world.Services.Clock);
        store.Add(row);
        store.AddRange((items ?? []).Select((item, i) => new Item { Id = ids.Next(), ResourceId = row.Id, Place = i + 1, Name = item }));
        await store.SaveChangesAsync();
        return row.Id;
    }

    /// <summary>Gives a resource another content, name, items or state.</summary>
    public static async Task Change(this CatalogWorld world, long id, string? name = null, string[]? items = null, ResourceState? state = null)
    {
        await using var scope = world.Services.Scope();
        var (store, ids) = (scope.ServiceProvider.Get<Store>(), scope.ServiceProvider.Get<IdSource>());
        var row = await store.Set<Resource>().SingleAsync(r => r.Id == id);
        if (name is not null) (row.Name, row.NameKey) = (name, NameKey.Of(name));
        if (state is { } now) row.State = now;
        if (items is not null)
        {
            await store.Set<Item>().Where(i => i.ResourceId == id).ExecuteDeleteAsync();
            store.AddRange(items.Select((item, i) => new Item { Id = ids.Next(), ResourceId = id, Place = i + 1, Name = item }));
        }
        row.Touch(ids, world.Services.Clock);
        await store.SaveChangesAsync();
    }

    /// <summary>Compares what changed.</summary>
    public static Task<long> Compare(this CatalogWorld world) => world.Services.With<CompareResources, long>(compare => compare.Run(null, default));

    /// <summary>Forgets what was found and compares all from the beginning; decisions stay.</summary>
    public static async Task CompareAll(this CatalogWorld world)
    {
        await world.Services.With<Store>(async store =>
        {
            foreach (var table in new[] { "again", "keys", "pairs" }) await store.Execute($"DELETE FROM catalog_similar_{table}", default);
            await store.Execute("DELETE FROM catalog_similar_members WHERE group_id IN (SELECT id FROM catalog_similar_groups WHERE state = 'Open')", default);
            await store.Execute("DELETE FROM catalog_similar_groups WHERE state = 'Open'", default);
            await store.Execute("UPDATE catalog_resources SET compared = 0", default);
        });
        await world.Compare();
    }

    /// <summary>The pairs as they are stored.</summary>
    public static Task<List<string>> Pairs(this CatalogWorld world) => world.Services.With<Store, List<string>>(async store =>
        [.. (await store.Set<SimilarPair>().AsNoTracking().OrderBy(p => p.FirstId).ThenBy(p => p.SecondId).ToListAsync()).Select(p => $"{p.FirstId} {p.SecondId} {p.Score} {p.Evidence}")]);

    /// <summary>The members of the open groups, each group a set.</summary>
    public static Task<List<long[]>> Groups(this CatalogWorld world) => world.Services.With<Store, List<long[]>>(async store =>
        [.. (await store.Set<SimilarMember>().AsNoTracking().Where(m => store.Set<SimilarGroup>().Any(g => g.Id == m.GroupId && g.State == GroupState.Open)).ToListAsync())
            .GroupBy(m => m.GroupId).Select(g => g.Select(m => m.ResourceId).Order().ToArray()).OrderBy(g => g[0])]);

    /// <summary>The only open group.</summary>
    public static Task<SimilarGroup> Group(this CatalogWorld world) => world.Services.With<Store, SimilarGroup>(store => store.Set<SimilarGroup>().AsNoTracking().SingleAsync(g => g.State == GroupState.Open));

    private static T Get<T>(this IServiceProvider services) where T : notnull => (T)services.GetService(typeof(T))!;
}
