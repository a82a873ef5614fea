using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Meanings;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Tests.Integration.Catalog.Similar;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Meanings;

public sealed class GatherTests
{
    [Theory, Engines]
    public async Task Items_of_one_name_are_counted_over_units_and_names_without_meaning_are_not(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Add("婚姻登记信息", ["公民身份号码", "姓名", "备注", "编号", "登记日期"]);
        await world.Add("收养登记信息", ["公民身份号码", "公民身份 号码信息"]);
        await world.Add("户籍人口信息", ["公民身份号码（数据）", "备注", "名称"], world.Stranger.UnitId);
        Assert.Equal(3, await world.Gather());
        Assert.Equal(["公民身份号码 2 3 4 False", "姓名 1 1 1 False", "登记日期 1 1 1 False"], await world.Meanings());
        Assert.Equal(0, await world.Gather());
    }

    [Theory, Engines]
    public async Task Type_and_length_differ_when_both_are_stated_and_not_the_same(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var (first, second) = (await world.Add("婚姻登记信息", ["姓名"]), await world.Add("户籍人口信息", ["姓名"], world.Stranger.UnitId));
        await Shape(world, first, "字符串型", 50);
        await world.Gather();
        Assert.False((await world.Meaning("姓名")).Differs);
        await Shape(world, second, "varchar(50)", null);
        await world.Gather();
        Assert.False((await world.Meaning("姓名")).Differs);
        await Shape(world, second, "C", 100);
        await world.Gather();
        Assert.True((await world.Meaning("姓名")).Differs);
    }

    [Theory, Engines]
    public async Task What_changed_is_looked_at_alone_and_what_is_not_in_force_counts_for_nothing(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var (first, second) = (await world.Add("婚姻登记信息", ["姓名", "登记日期"]), await world.Add("户籍人口信息", ["姓名"], world.Stranger.UnitId));
        await world.Gather();
        var id = (await world.Meaning("姓名")).Id;
        await world.Change(second, items: ["姓名", "出生日期"]);
        Assert.Equal(1, await world.Gather());
        Assert.Equal(id, (await world.Meaning("姓名")).Id);
        await world.Change(first, state: ResourceState.Withdrawn);
        await world.Gather();
        Assert.Equal(["出生日期 1 1 1 False", "姓名 1 1 1 False"], await world.Meanings());
    }

    [Theory, Engines(1), Engines(2), Engines(3)]
    public async Task Whatever_is_edited_in_whatever_order_the_counts_are_those_of_counting_all(Engine engine, int seed)
    {
        await using var world = await CatalogWorld.Create(engine);
        var random = new Random(seed);
        string[] names = ["姓名", "姓名信息", "公民身份号码", "联系电话", "联系 电话", "备注", "住址", "企业名称", "法定代表人"];
        string[] Items() => [.. names.Where(_ => random.NextDouble() < 0.4).OrderBy(_ => random.Next())];
        long? Unit() => random.Next(2) == 0 ? world.Stranger.UnitId : null;
        var ids = new List<long>();
        for (var round = 0; round < 6; round++)
        {
            for (var i = 0; i < 12; i++)
            {
                if (ids.Count < 8 || random.NextDouble() < 0.4) ids.Add(await world.Add($"目录{ids.Count}", Items(), Unit()));
                else await world.Change(ids[random.Next(ids.Count)], items: random.Next(2) == 0 ? Items() : null, state: random.Next(3) == 0 ? ResourceState.Withdrawn : ResourceState.Published);
                if (random.Next(3) == 0) await Shape(world, ids[random.Next(ids.Count)], random.Next(2) == 0 ? "字符串型" : "数值型", random.Next(3));
            }
            await world.Gather();
        }
        var (meanings, counts) = (await world.Meanings(), await world.Counts());
        Assert.NotEmpty(meanings);
        await world.GatherAll();
        Assert.Equal((string.Join('\n', meanings), string.Join('\n', counts)), (string.Join('\n', await world.Meanings()), string.Join('\n', await world.Counts())));
    }

    [Theory, Engines]
    public async Task Publishing_orders_one_gathering_and_the_regular_look_finds_what_was_left(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Published();
        await world.Services.With<JobRunner, int>(r => r.RunDue(default));
        Assert.Equal(1, (await world.Meaning("姓名")).Units);
        await world.Add("户籍人口信息", ["姓名"], world.Stranger.UnitId);
        await world.Services.With<GatherOrders>(o => o.Run(default));
        await world.Services.With<JobRunner, int>(r => r.RunDue(default));
        Assert.Equal(2, (await world.Meaning("姓名")).Units);
        await world.Services.With<GatherOrders>(o => o.Run(default));
        Assert.Equal(0, await world.Services.With<Store, int>(s => s.Set<Job>().CountAsync(j => j.State == JobState.Queued)));
    }

    private static Task<int> Shape(CatalogWorld world, long resource, string type, int? length) => world.Services.With<Store, int>(async store =>
    {
        await store.Execute("UPDATE catalog_items SET data_type = @type, length = @length WHERE resource_id = @id", default, ("type", type), ("length", length), ("id", resource));
        return await store.Execute("UPDATE catalog_resources SET revision = revision + 1 WHERE id = @id", default, ("id", resource));
    });
}
