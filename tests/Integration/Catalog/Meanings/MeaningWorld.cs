using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Meanings;
using Qingdan.Platform.Database;

namespace Qingdan.Tests.Integration.Catalog.Meanings;

/// <summary>What is gathered of items.</summary>
internal static class MeaningWorld
{
    /// <summary>Gathers what changed; says how many resources were looked at.</summary>
    public static Task<long> Gather(this CatalogWorld world) => world.Services.With<GatherMeanings, long>(gather => gather.Run(null, default));

    /// <summary>Forgets all but decisions, and gathers all from the beginning.</summary>
    public static async Task GatherAll(this CatalogWorld world)
    {
        await world.Services.With<Store>(async store =>
        {
            await store.Execute("DELETE FROM catalog_meaning_members", default);
            await store.Execute("DELETE FROM catalog_meaning_counts", default);
            await store.Execute("DELETE FROM catalog_meanings WHERE state = 'Open'", default);
            await store.Execute("UPDATE catalog_meanings SET units = 0, resources = 0, items = 0", default);
            await store.Execute("UPDATE catalog_resources SET gathered = 0", default);
        });
        await world.Gather();
    }

    /// <summary>The meanings with their figures.</summary>
    public static Task<List<string>> Meanings(this CatalogWorld world) => world.Services.With<Store, List<string>>(async store =>
        [.. (await store.Set<Meaning>().AsNoTracking().ToListAsync()).Select(m => $"{m.NameKey} {m.Units} {m.Resources} {m.Items} {m.Differs}").Order(StringComparer.Ordinal)]);

    /// <summary>The counts each unit has.</summary>
    public static Task<List<string>> Counts(this CatalogWorld world) => world.Services.With<Store, List<string>>(async store =>
        [.. (await store.Set<MeaningCount>().AsNoTracking().Join(store.Set<Meaning>(), c => c.MeaningId, m => m.Id, (c, m) => new { m.NameKey, Count = c }).ToListAsync())
            .Select(c => $"{c.NameKey} {c.Count.UnitId} {c.Count.DataType} {c.Count.Length} {c.Count.Resources} {c.Count.Items}").Order(StringComparer.Ordinal)]);

    /// <summary>One meaning by its name.</summary>
    public static Task<Meaning> Meaning(this CatalogWorld world, string key) => world.Services.With<Store, Meaning>(store => store.Set<Meaning>().AsNoTracking().SingleAsync(m => m.NameKey == key));
}
