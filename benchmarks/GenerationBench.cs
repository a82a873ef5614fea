using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Generation;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>Generation of the responsibility list beside reading and writing the same rows bare.</summary>
internal static class GenerationBench
{
    /// <summary>10 items a resource; ten times the data must take at most eleven times as long.</summary>
    public static async Task<List<Ratio>> Run(Engine engine, int resources, int pairs)
    {
        var small = await Measure(engine, resources / 10, pairs);
        var large = await Measure(engine, resources, pairs);
        return
        [
            large with { Bar = 3 },
            new Ratio($"generation, {resources:N0} resources against {resources / 10:N0}", engine.ToString(), large.Thing, small.Thing, large.Thing / small.Thing, 11),
        ];
    }

    private static async Task<Ratio> Measure(Engine engine, int resources, int pairs)
    {
        await using var services = await TestServices.Create(engine);
        var provider = await CatalogFill.Write(services.Scope, resources, 10);
        return await Ratio.Measure($"generation from {resources:N0} resources with {resources * 10:N0} items, against reading and writing the same rows bare", engine.ToString(), pairs, null,
            thing: () => Generate(services.Scope), floor: () => Bare(services.Scope, provider), between: () => Clear(services.Scope));
    }

    /// <summary>Generates over everything.</summary>
    public static async Task Generate(Func<AsyncServiceScope> open)
    {
        await using var scope = open();
        var run = (await scope.ServiceProvider.GetRequiredService<RunGeneration>().Run(0, Actor.System, _ => Task.CompletedTask, default)).Value;
        if (run.Candidates == 0) throw new InvalidOperationException("The generation proposed nothing: the bench measures nothing.");
    }

    /// <summary>The floor: both tables read in order, as many rows with the same columns written.</summary>
    public static async Task Bare(Func<AsyncServiceScope> open, long provider)
    {
        await using var scope = open();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        await using var transaction = await store.Database.BeginTransactionAsync();
        var resources = await store.Query(
            "SELECT id, code, name, provider_id, version, share, share_stated, share_condition, share_reason, share_ways, frequency, data_level, system_name, summary FROM catalog_resources ORDER BY id",
            r => (Id: r.GetInt64(0), Code: r.IsDBNull(1) ? "" : r.GetString(1), Name: r.GetString(2), Share: r.GetString(5), Ways: r.GetString(9), System: r.GetString(12)), default);
        await using (var writer = await BulkWriter.Open(store, "lists_entries", default, EntryWriter.Columns))
        {
            foreach (var r in resources)
                await writer.Write([r.Id, null, provider, r.Id, 1L, r.Name, r.Code, r.Share, true, "", r.Ways, "Undetermined", "Daily", "一般数据", r.System, null, "", "Catalog", "", "rule", "", "Candidate", 0L, "", null, 0, r.Id, "{}", "d", 0L, 0L]);
            await writer.Complete(default);
        }
        var items = await store.Query("SELECT resource_id, id, place, name, share, share_condition, share_reason FROM catalog_items ORDER BY resource_id, place",
            r => (Resource: r.GetInt64(0), Id: r.GetInt64(1), Place: r.GetInt32(2), Name: r.GetString(3)), default);
        await using (var writer = await BulkWriter.Open(store, "lists_entry_items", default, EntryWriter.ItemColumns))
        {
            foreach (var i in items) await writer.Write([i.Resource, i.Place, i.Id, i.Name, null, ""]);
            await writer.Complete(default);
        }
        await transaction.CommitAsync();
    }

    /// <summary>Empties the lists.</summary>
    public static async Task Clear(Func<AsyncServiceScope> open)
    {
        await using var scope = open();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        foreach (var table in (string[])["lists_entry_items", "lists_entries", "lists_changes", "records_findings", "records_finding_counts", "lists_negatives", "lists_negative_items", "lists_generations"])
            await store.Execute($"{(store.Engine == Engine.Sqlite ? "DELETE FROM" : "TRUNCATE")} {table}", default);
        await store.Execute(store.Engine == Engine.Sqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "CHECKPOINT", default);
    }
}
