using CsCheck;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

/// <summary>What a person may write into the search field, and what is found by it.</summary>
public sealed class QuestionTests
{
    private static readonly string[] Things = ["婚姻登记", "户籍", "企业年报", "公交線路", "不动产权", "医保结算", "学籍", "排污许可", "气象观测", "食品经营", "公积金", "灯杆"];
    private static readonly string[] Kinds = ["信息", "目录", "明细表", "统计数据", "记实", "台账", "名单"];
    private static readonly string[] Places = ["全市", "浦东新区", "街道", "园区", "历年", "2024", "GIS"];

    [Theory, Engines]
    public async Task A_thousand_stretches_of_names_find_what_a_scan_finds(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var names = (from place in Places from thing in Things from kind in Kinds select place + thing + kind).Take(360).ToArray();
        await world.Services.With<SaveResource>(async save =>
        {
            foreach (var name in names) Assert.True((await save.Create(new ResourceContent { Name = name }, world.Liaison, default)).Ok);
        });
        foreach (var stretch in Stretches(names).Array[1000].Single().Where(s => s.All(c => c >= '一')).Distinct())
        {
            var scanned = await world.Services.With<Store, List<long>>(store => store.Set<Resource>().AsNoTracking()
                .Where(r => EF.Functions.Like(r.Name, $"%{stretch}%") || EF.Functions.Like("市民政局", $"%{stretch}%")).Select(r => r.Id).ToListAsync());
            var found = await world.Services.With<BrowseCatalog, IReadOnlyList<long>>(browse => browse.Ids(new CatalogQuery { Text = stretch }, world.Liaison, default));
            Assert.Equal((stretch, string.Join(',', scanned.Order())), (stretch, string.Join(',', found.Order())));
        }
    }

    [Theory, Engines]
    public async Task Words_phrases_and_what_is_not_wanted_combine(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        foreach (var name in new[] { "婚姻登记 跨省通办", "婚姻登记 本市", "收养登记", "企业登记 open data 12", "企业登记 data open 120" }) await world.Draft(CatalogWorld.Complete with { Name = name, Summary = "", Items = [] });
        await Same(world, "登记", "婚姻登记 跨省通办", "婚姻登记 本市", "收养登记", "企业登记 open data 12", "企业登记 data open 120");
        await Same(world, "登记 -婚姻", "收养登记", "企业登记 open data 12", "企业登记 data open 120");
        await Same(world, "登记 －“跨省通办” -企业", "婚姻登记 本市", "收养登记");
        await Same(world, "-登记 ");
        await Same(world, "-婚姻 -企业", "收养登记");
        await Same(world, "\"open data\"", "企业登记 open data 12");
        await Same(world, "“data op”");
        await Same(world, "op 企業", "企业登记 open data 12", "企业登记 data open 120");
        await Same(world, "登记 -OP", "婚姻登记 跨省通办", "婚姻登记 本市", "收养登记");
        await Same(world, "１２", "企业登记 open data 12");
        await Same(world, "婚 登 省", "婚姻登记 跨省通办");
    }

    [Theory, Engines]
    public async Task A_provider_is_found_by_any_of_its_names_and_can_be_excluded(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Draft(CatalogWorld.Complete with { Name = "婚姻登记", Summary = "", Items = [] });
        await world.Draft(CatalogWorld.Complete with { Name = "户籍登记", Summary = "", Items = [] }, world.Stranger);
        await Same(world, "民政", "婚姻登记");
        await Same(world, "示例市公安局", "户籍登记");
        await Same(world, "公安 登记", "户籍登记");
        await Same(world, "公安 婚姻");
        await Same(world, "户籍 -公安");
        await Same(world, "登记 -公安", "婚姻登记");
    }

    [Theory, Engines]
    public async Task More_hits_than_are_counted_are_cut_to_the_last_entered_and_that_is_told(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var ids = new List<long>();
        for (var i = 0; i < 4; i++) ids.Add(await world.Draft(CatalogWorld.Complete with { Name = $"目录{i}" }));
        var units = await world.Services.With<IOrganizationDirectory, UnitTree>(async directory => await directory.Tree(default));
        var moment = await world.Services.With<Store, ShelfMoment>(store => world.Services.With<CatalogShelf, ShelfMoment>(shelf => shelf.Now(store, default)));
        var found = await world.Services.With<FindHits, CatalogHits>(hits => hits.Run(SearchWords.Of("目录"), moment, units, 3, default));
        Assert.Equal((true, string.Join(',', ids.Skip(1))), (found.Cut, string.Join(',', found.Ids!.Order())));
        Assert.False((await world.Services.With<FindHits, CatalogHits>(hits => hits.Run(SearchWords.Of("目录"), moment, units, 4, default))).Cut);
    }

    [Theory, Engines]
    public async Task A_resource_is_found_by_either_code(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var row = await world.Row(await world.Published());
        await Same(world, row.Code!, row.Name);
        await Same(world, row.Code![..12], row.Name);
        await Same(world, row.NationalCode!, row.Name);
        await Same(world, $"{row.NationalCode} 婚姻", row.Name);
        // By its beginning, from eight characters on.
        foreach (var part in new[] { row.NationalCode![..8], row.NationalCode![..15], row.NationalCode![..^1] }) await Same(world, part, row.Name);
        await Same(world, row.NationalCode![..7]);
        await Same(world, $"{row.NationalCode}1");
        await Same(world, $"{row.NationalCode![..14]}X");
        await Same(world, $"婚姻 -{row.NationalCode![..15]}");
    }

    [Theory, Engines]
    public async Task A_beginning_is_looked_up_in_the_unique_index(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var range = "SELECT id FROM catalog_resources WHERE national_code >= '30700900' AND national_code < '30700900zz' AND substr(national_code, 1, 8) = '30700900'";
        var plan = await world.Services.With<Store, List<string>>(async store =>
        {
            await using var transaction = await store.Database.BeginTransactionAsync();
            // So few rows are read whole unless that is forbidden.
            if (engine == Engine.Postgres) await store.Execute("SET LOCAL enable_seqscan = off", default);
            return await store.Query(engine == Engine.Sqlite ? $"EXPLAIN QUERY PLAN {range}" : $"EXPLAIN {range}", r => r.GetString(engine == Engine.Sqlite ? 3 : 0), default);
        });
        Assert.Contains(plan, line => engine == Engine.Sqlite ? line.Contains("national_code>? AND national_code<?", StringComparison.Ordinal) : line.Contains("Index Cond: ((national_code >=", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task The_most_relevant_come_first_when_that_is_asked(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        foreach (var (name, summary) in new[] { ("婚姻登记", ""), ("跨省婚姻登记", ""), ("其他", "婚姻登记"), ("婚姻登记统计", "") }) await world.Draft(CatalogWorld.Complete with { Name = name, Summary = summary, Items = [] });
        var page = await Find(world, new() { Text = "婚姻登记", Sort = "relevance" });
        Assert.Equal(["婚姻登记", "婚姻登记统计", "跨省婚姻登记", "其他"], page.Rows.Select(r => r.Name));
    }

    [Theory, Engines]
    public async Task Systems_are_a_facet_and_values_are_known_in_any_case_and_by_name(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Draft(CatalogWorld.Complete with { Name = "甲", SystemName = "婚姻登记系统" });
        await world.Draft(CatalogWorld.Complete with { Name = "乙", SystemName = "" });
        var page = await Find(world, Of("system", "婚姻登记系统"));
        Assert.Equal(["甲"], page.Rows.Select(r => r.Name));
        Assert.Equal([("None", 1), ("婚姻登记系统", 1)], page.Facets.Single(f => f.Key == "system").Values.Select(v => (v.Value, v.Count)).Order());
        Assert.Equal(2, (await Find(world, Of("share", "conditional"))).Total);
        Assert.Equal(2, (await Find(world, Of("frequency", "每月"))).Total);
        static CatalogQuery Of(string facet, string value) => new() { Facets = new Dictionary<string, IReadOnlyList<string>> { [facet] = [value] } };
    }

    private static Gen<string> Stretches(string[] names) => Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, 6], Gen.Int[1, 5])
        .Select((name, from, length) => names[name][Math.Min(from, names[name].Length - 1)..Math.Min(Math.Min(from, names[name].Length - 1) + length, names[name].Length)]);

    private static async Task Same(CatalogWorld world, string words, params string[] names) =>
        Assert.Equal((words, string.Join('|', names.Order(StringComparer.Ordinal))), (words, string.Join('|', (await Find(world, new() { Text = words })).Rows.Select(r => r.Name).Order(StringComparer.Ordinal))));

    private static Task<CatalogPage> Find(CatalogWorld world, CatalogQuery query) => world.Services.With<BrowseCatalog, CatalogPage>(browse => browse.Page(query, world.Authority, default));
}
