using CsCheck;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

public sealed class SearchTests
{
    private static readonly Gen<string> Words = OneOf("婚", "姻", "登", "记", "信", "息", "公", "共").Array[1, 9].Select(string.Concat);
    private static readonly Gen<ShareProperty?> Shares = OneOf<ShareProperty?>(null, ShareProperty.Unconditional, ShareProperty.Conditional, ShareProperty.NotShared);
    private static readonly Gen<ResourceContent> Contents = Gen.Select(Words, Words, Words.Array[0, 4], Shares, Gen.Bool, OneOf("民生", "交通", "")).Select((name, summary, items, share, stated, theme) =>
        new ResourceContent { Name = name, Summary = summary, Share = share, ShareStated = share is not null && stated, Theme = theme, Items = [.. items.Select(i => new ItemContent { Name = i })] });

    [Theory, Engines]
    public async Task Any_stretch_of_characters_finds_exactly_the_texts_that_contain_it(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var contents = Contents.Array[60].Single();
        foreach (var content in contents) await world.Draft(content);
        foreach (var word in Words.Where(w => w.Length <= 4).Array[60].Single().Distinct())
        {
            var found = (await Find(world, new CatalogQuery { Text = word }, world.Liaison)).Total;
            Assert.Equal((word, contents.Count(c => Texts(c).Any(t => t.Contains(word, StringComparison.Ordinal)))), (word, found));
        }
    }

    [Theory, Engines]
    public async Task Several_words_must_all_occur_Latin_ones_by_their_beginning_and_quoted_ones_together(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Draft(CatalogWorld.Complete with { Name = "公交GPS定位", Summary = "线路 arrival time", Items = [] });
        await world.Draft(CatalogWorld.Complete with { Name = "公交线路", Summary = "站点", Items = [new ItemContent { Name = "线路编号" }] });
        Assert.Equal(2, (await Find(world, new() { Text = "公交 线路" }, world.Liaison)).Total);
        Assert.Equal(1, (await Find(world, new() { Text = "公交 gp" }, world.Liaison)).Total);
        Assert.Equal(1, (await Find(world, new() { Text = "\"arrival time\"" }, world.Liaison)).Total);
        Assert.Equal(0, (await Find(world, new() { Text = "\"time arrival\"" }, world.Liaison)).Total);
        Assert.Equal(["线路编号"], (await Find(world, new() { Text = "线路编号" }, world.Liaison)).Rows[0].MatchedItems);
    }

    [Theory, Engines]
    public async Task A_resource_of_many_items_is_found_by_each_of_them_and_by_several_together(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var items = Enumerable.Range(0, 1999).Select(i => new ItemContent { Name = $"企业登记编号{i:0000}和有关的各项说明" }).ToList();
        await world.Draft(CatalogWorld.Complete with { Items = [.. items, new ItemContent { Name = "末尾的许可文号" }] });
        await world.Draft(CatalogWorld.Complete with { Name = "另一个", Items = [items[0]] });
        Assert.Equal(1, (await Find(world, new() { Text = "登记编号1998" }, world.Liaison)).Total);
        Assert.Equal(1, (await Find(world, new() { Text = "编号1998和有关" }, world.Liaison)).Total);
        Assert.Equal(1, (await Find(world, new() { Text = "婚姻登记 编号0000 许可文号" }, world.Liaison)).Total);
        Assert.Equal(2, (await Find(world, new() { Text = "编号0000" }, world.Liaison)).Total);
    }

    [Theory, Engines]
    public async Task A_character_that_no_table_of_the_engine_knows_is_found(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Draft(CatalogWorld.Complete with { Name = "\U00030EDE\U00030EDD面馆备案" });
        Assert.Equal(1, (await Find(world, new() { Text = "\U00030EDD面" }, world.Liaison)).Total);
    }

    [Theory, Engines]
    public async Task A_unit_is_ticked_by_its_id_or_typed_by_its_name_or_a_part_of_it(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Published();
        await world.Draft(CatalogWorld.Complete with { Name = "户籍信息" }, world.Stranger);
        foreach (var unit in new[] { $"{world.Liaison.UnitId}", "市民政局", "示例市民政局", "民政" })
            Assert.Equal(["婚姻登记信息"], (await Find(world, Of(unit), world.Authority)).Rows.Select(r => r.Name));
        Assert.Equal(0, (await Find(world, Of("没有这个单位"), world.Authority)).Total);
        static CatalogQuery Of(string unit) => new() { Facets = new Dictionary<string, IReadOnlyList<string>> { ["unit"] = [unit] } };
    }

    [Theory, Engines]
    public async Task Facets_count_what_counting_one_by_one_gives(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var contents = Contents.Array[50].Single();
        foreach (var content in contents) await world.Draft(content);
        var page = await Find(world, new CatalogQuery { Facets = new Dictionary<string, IReadOnlyList<string>> { ["theme"] = ["民生"] } }, world.Liaison);
        Assert.Equal(contents.Count(c => c.Theme == "民生"), page.Total);
        Assert.Equal(
            contents.GroupBy(c => c.Theme.Length == 0 ? CatalogQuery.None : c.Theme).Select(g => (g.Key, g.Count())).Order(),
            page.Facets.Single(f => f.Key == "theme").Values.Select(v => (v.Value, v.Count)).Order());
        Assert.Equal(
            contents.Where(c => c.Theme == "民生").GroupBy(c => c.Share is null ? CatalogQuery.None : $"{(c.ShareStated ? "" : CatalogQuery.Inferred)}{c.Share}").Select(g => (g.Key, g.Count())).Order(),
            page.Facets.Single(f => f.Key == "share").Values.Select(v => (v.Value, v.Count)).Order());
    }

    [Theory, Engines]
    public async Task A_unit_finds_its_own_drafts_and_only_what_others_have_published(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Draft(CatalogWorld.Complete with { Name = "甲的草稿" });
        await world.Published(CatalogWorld.Complete with { Name = "甲的目录" });
        Assert.Equal(2, (await Find(world, new(), world.Liaison)).Total);
        Assert.Equal(["甲的目录"], (await Find(world, new(), world.Stranger)).Rows.Select(r => r.Name));
        Assert.Equal(2, (await Find(world, new(), world.Authority)).Total);
    }

    [Theory, Engines]
    public async Task What_was_just_written_is_found_and_counted(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft(CatalogWorld.Complete with { Name = "旧名称" });
        Assert.Equal(1, (await Find(world, new() { Text = "旧名" }, world.Liaison)).Total);
        await world.Update(id, 1, CatalogWorld.Complete with { Name = "新名称", Theme = "交通运输" });
        Assert.Equal(0, (await Find(world, new() { Text = "旧名" }, world.Liaison)).Total);
        Assert.Equal("交通运输", (await Find(world, new() { Text = "新名" }, world.Liaison)).Facets.Single(f => f.Key == "theme").Values.Single().Value);
    }

    [Theory, Engines]
    public async Task The_order_is_by_change_by_name_or_by_unit(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        foreach (var name in new[] { "乙", "甲", "丙" }) await world.Draft(CatalogWorld.Complete with { Name = name });
        await world.Draft(CatalogWorld.Complete with { Name = "丁" }, world.Stranger);
        Assert.Equal(["丁", "丙", "甲", "乙"], await Names(world, "-changed"));
        Assert.Equal(["乙", "甲", "丙", "丁"], await Names(world, "changed"));
        Assert.Equal(await Names(world, "name"), (await Names(world, "name")).Order(StringComparer.Ordinal));
        Assert.Equal(await Names(world, "name"), (await Names(world, "-name")).Reverse());
        Assert.Equal("丁", (await Names(world, "unit"))[0]);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static async Task<string[]> Names(CatalogWorld world, string sort) => [.. (await Find(world, new() { Sort = sort }, world.Authority)).Rows.Select(r => r.Name)];

    private static Task<CatalogPage> Find(CatalogWorld world, CatalogQuery query, Actor actor) => world.Services.With<BrowseCatalog, CatalogPage>(browse => browse.Page(query, actor, default));

    private static IEnumerable<string> Texts(ResourceContent c) => [c.Name, c.Summary, .. c.Items.Select(i => i.Name)];
}
