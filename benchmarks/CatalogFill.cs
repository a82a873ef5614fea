using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Bench;

/// <summary>Fills a store with a published catalogue of any size, of our own words.</summary>
internal static class CatalogFill
{
    internal static readonly (string, BulkType)[] ResourceColumns =
    [
        ("id", BulkType.Number), ("name", BulkType.Text), ("name_key", BulkType.Text), ("provider_id", BulkType.Number), ("summary", BulkType.Text), ("theme", BulkType.Text), ("system_name", BulkType.Text),
        ("duty", BulkType.Text), ("formats", BulkType.Text), ("frequency", BulkType.Text), ("share", BulkType.Text), ("share_stated", BulkType.Flag), ("share_condition", BulkType.Text), ("share_reason", BulkType.Text),
        ("share_ways", BulkType.Text), ("open_type", BulkType.Text), ("data_level", BulkType.Text), ("elements", BulkType.Text), ("state", BulkType.Text), ("version", BulkType.Small), ("edit", BulkType.Small),
        ("revision", BulkType.Number), ("import_id", BulkType.Number), ("created_at", BulkType.Number), ("changed_at", BulkType.Number),
    ];

    internal static readonly (string, BulkType)[] ItemColumns =
    [
        ("id", BulkType.Number), ("resource_id", BulkType.Number), ("place", BulkType.Small), ("name", BulkType.Text), ("field_name", BulkType.Text), ("data_type", BulkType.Text), ("note", BulkType.Text),
        ("share", BulkType.Text), ("share_condition", BulkType.Text), ("share_reason", BulkType.Text), ("elements", BulkType.Text),
    ];

    private static readonly string[] Things = ["企业", "车辆", "房屋", "人员", "许可", "处罚", "养老", "医疗", "学校", "道路", "水质", "气象"];
    private static readonly string[] Kinds = ["登记信息", "基本信息", "年度统计", "变更记录", "检查结果", "名录", "明细", "公示信息"];

    /// <summary>Writes the catalogue over sixty units; returns one of them.</summary>
    public static async Task<long> Write(Func<AsyncServiceScope> open, int resources, int items)
    {
        await using var scope = open();
        var units = (await scope.ServiceProvider.GetRequiredService<IOrganizationDirectory>().EnsureProposed(Enumerable.Range(1, 60).Select(i => $"示例市第{i}局"), Actor.System, default)).Values.ToArray();
        await Rows(scope.ServiceProvider.GetRequiredService<Store>());
        return units[0];

        async Task Rows(Store store)
        {
            await using var transaction = await store.Database.BeginTransactionAsync();
            await using (var writer = await BulkWriter.Open(store, "catalog_resources", default, ResourceColumns))
            {
                for (var i = 1; i <= resources; i++)
                {
                    var name = $"{Things[i % 12]}{Kinds[i % 8]}{i}";
                    await writer.Write([(long)i, name, name, units[i % units.Length], $"{name}，用于示例。", Things[i % 12], "示例系统", "", "库表", "Daily", i % 3 == 0 ? "Unconditional" : "Conditional", i % 4 != 0, "限本市使用", "",
                        "服务接口", "Conditional", "一般数据", "{}", "Published", 1, 1, (long)i, 0L, (long)i, (long)i]);
                }
                await writer.Complete(default);
            }
            await using (var writer = await BulkWriter.Open(store, "catalog_items", default, ItemColumns))
            {
                for (var i = 0; i < resources * items; i++)
                    await writer.Write([(long)i + 1, (long)i / items + 1, i % items + 1, $"{Things[i % 12]}数据项{i % items}", "", "字符串型", "", null, "", "", "{}"]);
                await writer.Complete(default);
            }
            await transaction.CommitAsync();
            // What autovacuum does some seconds after such a load.
            if (store.Engine == Engine.Postgres) await store.Execute("VACUUM ANALYZE catalog_resources, catalog_items", default);
        }
    }
}
