using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Similar;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Similar;

public sealed class CompareTests
{
    private static readonly string[] Fields = ["姓名", "身份证号", "登记日期", "登记机关", "配偶姓名", "证件编号"];

    [Theory, Engines]
    public async Task A_dragged_number_a_filler_word_and_signs_make_no_other_resource(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        long[] ids = [await world.Add("婚姻登记信息"), await world.Add("婚姻登记数据表1"), await world.Add("婚姻登记 信息"), await world.Add("婚姻登记信息（2）")];
        await world.Add("收养登记信息");
        await world.Compare();
        Assert.Equal(ids, Assert.Single(await world.Groups()));
        Assert.Equal(GroupKind.Name, (await world.Group()).Kind);
        Assert.Contains("signs", await Pair(world, ids[0], ids[2]), StringComparison.Ordinal);
        Assert.Contains("number", await Pair(world, ids[0], ids[3]), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Years_make_different_resources_and_reordered_items_do_not(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Add("2019年低保名单", Fields);
        await world.Add("2020年低保名单", Fields);
        long[] same = [await world.Add("结婚证发放", [.. Fields, "备注", "状态", "更新时间"], system: "婚姻系统"), await world.Add("婚姻当事人库", [.. Fields.Reverse(), "状态", "备注", "更新 时间"], system: "婚姻系统")];
        await world.Compare();
        Assert.Contains(same, await world.Groups());
        Assert.DoesNotContain(await world.Pairs(), p => p.Contains("2019", StringComparison.Ordinal));
        Assert.Contains("\"items\":9,\"shared\":9", await Pair(world, same[0], same[1]), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Two_units_are_compared_by_items_and_not_by_names_alone(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Add("人员信息");
        await world.Add("人员信息", unit: world.Stranger.UnitId);
        long[] copied = [await world.Add("婚姻登记信息", Fields), await world.Add("婚姻登记信息", Fields, world.Stranger.UnitId)];
        await world.Compare();
        Assert.Equal(copied, Assert.Single(await world.Groups()));
        Assert.Equal(GroupKind.AcrossUnits, (await world.Group()).Kind);
    }

    [Theory, Engines]
    public async Task What_is_not_in_force_is_left_out_and_what_changed_is_looked_at_alone(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        long[] ids = [await world.Add("企业名录"), await world.Add("企业名录1")];
        for (var i = 0; i < 20; i++) await world.Add($"别的{(char)('甲' + i)}");
        Assert.Equal(22, await world.Compare());
        var group = await world.Group();
        Assert.Equal(0, await world.Compare());
        await world.Change(ids[1], "企业名录2");
        Assert.Equal(1, await world.Compare());
        Assert.Equal(group.Id, (await world.Group()).Id);
        await world.Change(ids[0], state: ResourceState.Withdrawn);
        await world.Compare();
        Assert.Empty(await world.Groups());
        Assert.Empty(await world.Pairs());
    }

    [Theory, Engines]
    public async Task A_key_of_very_many_says_nothing_and_speaks_again_when_they_are_few(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var ids = new List<long>();
        for (var i = 0; i < 500; i++) ids.Add(await world.Add("信息表"));
        await world.Compare();
        Assert.Empty(await world.Pairs());
        foreach (var id in ids.Skip(SimilarKeys.Most)) await world.Change(id, $"改名{(char)('\u4e00' + id % 20000)}{id % 977}号甲");
        await world.Compare();
        Assert.Equal(SimilarKeys.Most * (SimilarKeys.Most - 1) / 2, (await world.Pairs()).Count(p => p.Contains("\"same\"", StringComparison.Ordinal)));
        Assert.All(await world.Groups(), g => Assert.InRange(g.Length, 2, SimilarGroup.MostMembers));
    }

    [Theory, Engines(1), Engines(2), Engines(3)]
    public async Task Whatever_is_edited_in_whatever_order_the_pairs_are_those_of_comparing_all(Engine engine, int seed)
    {
        await using var world = await CatalogWorld.Create(engine);
        var random = new Random(seed);
        string[] stems = ["婚姻登记", "低保对象", "企业名录", "2019年统计"], tails = ["", "信息", "数据表", "1", "信息2", "（3）"];
        string Name() => stems[random.Next(3) == 0 ? random.Next(stems.Length) : 0] + tails[random.Next(tails.Length)];
        string[] Items() => [.. Fields.Concat(["备注", "状态", "住址", "电话"]).Where(_ => random.NextDouble() < 0.75).OrderBy(_ => random.Next())];
        var ids = new List<long>();
        for (var round = 0; round < 8; round++)
        {
            for (var i = 0; i < 30; i++)
            {
                if (ids.Count < 20 || random.NextDouble() < 0.5) ids.Add(await world.Add(Name(), Items(), random.Next(4) == 0 ? world.Stranger.UnitId : null, random.Next(2) == 0 ? "系统甲" : ""));
                else await world.Change(ids[random.Next(ids.Count)], random.Next(2) == 0 ? Name() : null, random.Next(2) == 0 ? Items() : null, random.Next(3) == 0 ? ResourceState.Withdrawn : ResourceState.Published);
            }
            await world.Compare();
        }
        var (pairs, grouped) = (await world.Pairs(), (await world.Groups()).SelectMany(g => g).ToList());
        Assert.NotEmpty(pairs);
        Assert.Equal(grouped.Distinct().Count(), grouped.Count);
        await world.CompareAll();
        Assert.Equal(pairs, await world.Pairs());
    }

    [Theory, Engines]
    public async Task Publishing_orders_one_comparison_and_the_regular_look_finds_what_was_left(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Published();
        await world.Published(CatalogWorld.Complete with { Name = "婚姻登记数据" });
        await world.Services.With<JobRunner, int>(r => r.RunDue(default));
        Assert.Single(await world.Groups());
        await world.Add("婚姻登记情况", ["姓名", "登记日期"]);
        await world.Services.With<CompareOrders>(o => o.Run(default));
        await world.Services.With<JobRunner, int>(r => r.RunDue(default));
        Assert.Equal(3, Assert.Single(await world.Groups()).Length);
        await world.Services.With<CompareOrders>(o => o.Run(default));
        Assert.Equal(0, await world.Services.With<Store, int>(s => s.Set<Job>().CountAsync(j => j.State == JobState.Queued)));
    }

    private static async Task<string> Pair(CatalogWorld world, long first, long second) => (await world.Pairs()).Single(p => p.StartsWith($"{first} {second} ", StringComparison.Ordinal));
}
