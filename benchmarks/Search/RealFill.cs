using System.Text.Json;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Tests.Support;

namespace Qingdan.Bench.Search;

/// <summary>Fills a store with a published catalogue of real names, indexed, and counted as checked, compared and gathered.</summary>
internal static class RealFill
{
    private const int Slice = 20_000;

    private static readonly (string, BulkType)[] Columns = [.. CatalogFill.ResourceColumns, ("data_updated_on", BulkType.Text), ("checked", BulkType.Number), ("compared", BulkType.Number), ("gathered", BulkType.Number)];

    /// <summary>Writes the first so many resources.</summary>
    public static async Task Write(TestServices services, RealCatalog catalog, int resources)
    {
        var units = (await services.With<IOrganizationDirectory, IReadOnlyDictionary<string, long>>(d => d.EnsureProposed(RealCatalog.Units, Actor.System, default))).Values.ToArray();
        await services.With<Store>(async store =>
        {
            foreach (var numbers in Enumerable.Range(1, resources).Chunk(Slice)) await Rows(store, catalog, numbers, units);
            if (store.Engine == Engine.Postgres) await store.Execute("VACUUM ANALYZE catalog_resources, catalog_items, catalog_search", default);
            else await store.Execute("ANALYZE", default);
        });
    }

    private static async Task Rows(Store store, RealCatalog catalog, int[] numbers, long[] units)
    {
        var contents = numbers.Select(n => (Id: (long)n, Code: (string?)null, Content: catalog.Of(n))).ToList();
        await using var transaction = await store.Database.BeginTransactionAsync();
        await using (var writer = await BulkWriter.Open(store, "catalog_resources", default, Columns))
        {
            foreach (var (id, _, content) in contents) await writer.Write(Values(id, content, units));
            await writer.Complete(default);
        }
        await using (var writer = await BulkWriter.Open(store, "catalog_items", default, CatalogFill.ItemColumns))
        {
            foreach (var (id, _, content) in contents)
                for (var place = 0; place < content.Items.Count; place++)
                    await writer.Write([(id * 100) + place, id, place + 1, content.Items[place].Name, "", content.Items[place].DataType, "", null, "", "", "{}"]);
            await writer.Complete(default);
        }
        var search = new SearchBulk(store);
        await search.Add(search.Words(contents), default);
        await transaction.CommitAsync();
    }

    private static object?[] Values(long id, ResourceContent c, long[] units) =>
    [
        id, c.Name, NameKey.Of(c.Name), units[id * 7 % units.Length], c.Summary, c.Theme, c.SystemName, c.Duty, c.Formats, $"{c.Frequency}", $"{c.Share}", true, c.ShareCondition, c.ShareReason, c.ShareWays, $"{c.OpenType}",
        c.DataLevel, JsonSerializer.Serialize(c.Elements, JsonText.Readable), "Published", 1, 1, id, 0L, id, id, "2026-11-01", id, id, id,
    ];
}
