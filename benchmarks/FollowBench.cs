using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>One resource changed in a large catalogue against one in a small.</summary>
internal static class FollowBench
{
    private const int Small = 10_000, Rounds = 60;

    /// <summary>Measures on one engine.</summary>
    public static async Task<List<Ratio>> Run(Engine engine, int resources)
    {
        var (small, large) = (await Measure(engine, Small), await Measure(engine, resources));
        return [new Ratio($"the lists following one changed resource among {resources:N0}, against one among {Small:N0}; medians of {Rounds}", engine.ToString(), large, small, large / small, 2)];
    }

    private static async Task<double> Measure(Engine engine, int resources)
    {
        await using var services = await TestServices.Create(engine);
        await CatalogFill.Write(services.Scope, resources, 10);
        await services.With<RunGeneration>(g => g.Run(0, Actor.System, _ => Task.CompletedTask, default));
        await services.With<Store>(s => s.Set<Entry>().ExecuteUpdateAsync(u => u.SetProperty(e => e.State, EntryState.InForce)));
        if (engine == Engine.Postgres) await services.With<Store>(s => s.Execute("VACUUM ANALYZE", default));
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var id = 1L + (i * 7919L % resources);
            var provider = (await services.With<Store, List<long>>(s => s.Query("UPDATE catalog_resources SET name = name || '改' WHERE id = @id RETURNING provider_id", r => r.GetInt64(0), default, ("id", id))))[0];
            times.Add(await Ratio.Timed(() => services.With<FollowResources>(f => f.Run(PublishedChange.Of([provider], [id]), Actor.System, () => Task.CompletedTask, default))));
        }
        var open = await services.With<Store, int>(s => s.Set<EntryChange>().CountAsync(c => c.State == EntryChangeState.Open));
        if (open != Rounds) throw new InvalidOperationException($"{open} changes were proposed: the bench measures nothing.");
        return times.Order().ElementAt(Rounds / 2);
    }
}
