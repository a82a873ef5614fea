using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Matching;

public sealed class MatchTests
{
    private const string Need = "住房部门需要民政部門提供婚姻登記的当事人和登记日期，用于办理公共租赁住房申请";

    private static readonly ResourceContent[] Contents =
    [
        Of("婚姻登记信息", "婚姻登记的当事人和日期", "当事人姓名", "登记日期"), Of("收养登记信息", "收养登记", "收养人", "登记日期"), Of("低保对象信息", "领取低保的家庭", "户主姓名", "低保金额"),
        Of("社会组织登记信息", "社会组织", "名称", "登记日期"), Of("公共租赁住房房源", "房源", "地址", "面积"), Of("养老机构", "养老机构名录", "机构名称", "床位数"), Of("门楼牌地址库", "标准地址", "门牌号"), Of("殡葬服务机构2025年统计", "", "年份"),
    ];

    [Fact]
    public async Task Both_engines_answer_alike_in_both_scripts()
    {
        var answers = new List<string>();
        foreach (var engine in Enum.GetValues<Engine>())
        {
            await using var world = await Filled(engine);
            foreach (var need in new[] { Need, "門樓牌", "ＧＰＳ或者２０２５年統計", "养老机构有多少床位", Contents[4].Name })
                answers.Add($"{engine}: {string.Join('|', (await Find(world, need)).Select(m => $"{m.Name} {m.Score:0.000000} {string.Join('、', m.Items)} {string.Join('、', m.Words)}"))}");
        }
        var half = answers.Count / 2;
        Assert.Equal(answers.Take(half).Select(a => a[(a.IndexOf(':') + 1)..]), answers.Skip(half).Select(a => a[(a.IndexOf(':') + 1)..]));
        Assert.StartsWith("Sqlite: 婚姻登记信息", answers[0], StringComparison.Ordinal);
        Assert.StartsWith("Sqlite: 门楼牌地址库", answers[1], StringComparison.Ordinal);
        Assert.StartsWith("Sqlite: 殡葬服务机构2025年统计", answers[2], StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_words_and_items_that_made_it_match_are_told(Engine engine)
    {
        await using var world = await Filled(engine);
        var first = (await Find(world, Need))[0];
        Assert.Contains("婚姻登记", first.Words);
        Assert.Equal(["当事人姓名", "登记日期"], first.Items);
        Assert.Equal(("市民政局", 2), (first.Provider, first.ItemCount));
    }

    [Theory, Engines]
    public async Task Who_writes_a_name_finds_it_first(Engine engine)
    {
        await using var world = await Filled(engine);
        foreach (var content in Contents) Assert.Equal(content.Name, (await Find(world, $"“{content.Name}”"))[0].Name);
    }

    [Theory, Engines]
    public async Task Unrelated_resources_are_not_offered_and_leave_the_first_where_it_was(Engine engine)
    {
        await using var world = await Filled(engine);
        var before = await Names();
        foreach (var name in new[] { "河道水位", "古树名木", "公交线路" }) await world.Published(Of(name, "", "编码"));
        var after = await Names();
        Assert.Equal((before[0], string.Join('、', before.Order(StringComparer.Ordinal))), (after[0], string.Join('、', after.Order(StringComparer.Ordinal))));

        async Task<List<string>> Names() => [.. (await Find(world, Need)).Select(m => m.Name)];
    }

    [Theory, Engines]
    public async Task Only_what_is_in_force_is_offered(Engine engine)
    {
        await using var world = await Filled(engine);
        await world.Draft(Of("机动车登记信息", "", "号牌"));
        Assert.DoesNotContain(await Find(world, "机动车登记"), m => m.Name.Contains("机动车", StringComparison.Ordinal));
        await world.Published(Of("机动车登记信息", "", "号牌"));
        Assert.Equal("机动车登记信息", (await Find(world, "机动车登记"))[0].Name);
    }

    [Theory, Engines]
    public async Task Whatever_is_typed_is_answered_or_refused_with_a_sentence(Engine engine)
    {
        await using var world = await Filled(engine);
        foreach (var need in new[] { null, "", " \t\n", "，。！？…", "\"", "😀🎉", "\0", "'; -- *^:" }) Assert.Equal("catalog.match.nothing", Assert.Single((await Ask(world, need)).Faults).Code);
        Assert.Equal("catalog.match.too-long", Assert.Single((await Ask(world, new string('证', CatalogMatching.LongestNeed + 1))).Faults).Code);
        foreach (var need in new[]
                 {
                     "婚姻\0登记", "婚姻😀登记", "\ud800婚姻登记", "𠮷野家", "AND OR NOT NEAR(婚姻 登记)", "\"婚姻* ^登记\" : -", "婚姻 & ! | <-> '登记':*", "犬", "a", "婚",
                     string.Concat(Enumerable.Repeat("婚姻登记、", 2_000)), string.Concat(Enumerable.Range(0x4e00, CatalogMatching.LongestNeed).Select(c => (char)c)),
                 })
            Assert.True((await Ask(world, need)).Ok, need);
        Assert.Equal("婚姻登记信息", (await Find(world, "婚姻\0登记😀'\""))[0].Name);
        Assert.Empty(await Find(world, "量子計算機"));
    }

    private static async Task<CatalogWorld> Filled(Engine engine)
    {
        var world = await CatalogWorld.Create(engine);
        foreach (var content in Contents) await world.Published(content);
        return world;
    }

    private static async Task<IReadOnlyList<CatalogMatch>> Find(CatalogWorld world, string need) => (await Ask(world, need)).Value;

    private static Task<Result<IReadOnlyList<CatalogMatch>>> Ask(CatalogWorld world, string? need) => world.Services.With<CatalogMatching, Result<IReadOnlyList<CatalogMatch>>>(m => m.Find(need, default));

    private static ResourceContent Of(string name, string summary, params string[] items) =>
        CatalogWorld.Complete with { Name = name, Summary = summary.Length > 0 ? summary : name, Items = [.. items.Select(i => new ItemContent { Name = i, FieldName = "f", DataType = "字符串型", Length = 50 })] };
}
