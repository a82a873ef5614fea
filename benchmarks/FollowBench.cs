using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Bench;

/// <summary>One resource changed, over and over, in a catalogue with its lists.</summary>
internal static class FollowBench
{
    private const int Rounds = 60;

    /// <summary>Median of the milliseconds that the lists take to follow it.</summary>
    public static async Task<double> Measure(Func<AsyncServiceScope> open, int resources)
    {
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            await using var scope = open();
            var (store, follow) = (scope.ServiceProvider.GetRequiredService<Store>(), scope.ServiceProvider.GetRequiredService<FollowResources>());
            // Of those whose row is in force and that no negative entry forbids.
            var id = 2 + (10 * (i * 7919L % (resources / 10)));
            var provider = (await store.Query("UPDATE catalog_resources SET name = name || '改' WHERE id = @id RETURNING provider_id", r => r.GetInt64(0), default, ("id", id)))[0];
            times.Add(await Ratio.Timed(() => follow.Run(PublishedChange.Of([provider], [id]), Actor.System, () => Task.CompletedTask, default)));
        }
        await using var after = open();
        var proposed = await after.ServiceProvider.GetRequiredService<Store>().Set<EntryChange>().CountAsync(c => c.State == EntryChangeState.Open);
        if (proposed != Rounds) throw new InvalidOperationException($"{proposed} changes were proposed: the bench measures nothing.");
        return times.Order().ElementAt(Rounds / 2);
    }
}
