using System.Text;
using System.Text.Json;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Exporting;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Catalog.Import;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

public sealed class ExportTests
{
    [Theory, Engines]
    public async Task Flat_data_has_a_row_per_item_and_one_for_a_resource_without(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Published();
        await world.Draft(new() { Name = "没有数据项" });
        var rows = JsonSerializer.Deserialize<JsonElement[]>(await Export(world, TableFormat.Json, print: false, world.Liaison))!;
        Assert.Equal(["姓名", "登记日期", null], rows.Select(r => r.TryGetProperty("itemName", out var item) ? item.GetString() : null).OrderBy(n => n is null).ThenBy(n => n, StringComparer.Ordinal));
        Assert.All(rows.Where(r => r.TryGetProperty("itemName", out _)), r => Assert.EndsWith("/000001", r.GetProperty("code").GetString(), StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task Read_again_the_flat_data_change_nothing(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Published(CatalogWorld.Complete with
        {
            Elements = new Dictionary<string, string> { ["openCondition"] = "签订使用协议", ["office"] = "婚姻处", ["network"] = "互联网" },
            Items = [new ItemContent { Name = "姓名", Share = ShareProperty.NotShared, ShareReason = "某法第三条", OpenType = OpenType.NotOpen }, new ItemContent { Name = "登记日期", DataType = "日期型" }],
        });
        var inferred = await world.Draft(CatalogWorld.Complete with { Name = "收养登记信息", ShareStated = false });
        var csv = await Export(world, TableFormat.Csv, print: false, world.Liaison);
        var run = new ImportRun(world.Services);
        var batch = await run.Check((await run.Receive(csv, actor: world.Liaison)).Value, world.Liaison);
        Assert.Equal((0, 2), (batch.ReadSummary().Changed, batch.ReadSummary().Same));
        Assert.False((await world.Row(inferred)).ShareStated);
    }

    [Theory, Engines]
    public async Task What_is_declared_stands_in_the_flat_data_and_the_state_on_paper(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Draft(CatalogWorld.Complete with { Items = [new ItemContent { Name = "姓名", OpenType = OpenType.NotOpen }] });
        var row = JsonSerializer.Deserialize<JsonElement[]>(await Export(world, TableFormat.Json, print: false, world.Liaison))!.Single();
        Assert.Equal(("签订使用协议", "非开放"), (row.GetProperty("openCondition").GetString(), row.GetProperty("itemOpenType").GetString()));
        using var paper = new MemoryStream();
        var drafts = new CatalogQuery { Facets = new Dictionary<string, IReadOnlyList<string>> { ["state"] = [nameof(ResourceState.Draft)] } };
        await world.Services.With<CatalogExport>(async export => await (await export.Prepare(drafts, TableFormat.Csv, print: true, world.Liaison, default)).Value(paper));
        Assert.Contains(",草稿,", Encoding.UTF8.GetString(paper.ToArray()), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task More_rows_than_a_workbook_takes_are_counted_before_anything_is_written(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        long[] ids = [await world.Draft(), await world.Draft(new() { Name = "没有数据项" })];
        Assert.Equal(3, await world.Services.With<ExportRows, long>(rows => rows.Count(ids, default)));
        Assert.Null(ExportColumns.Refusal(1_000_000));
        Assert.Equal("catalog.export.too-long", ExportColumns.Refusal(SheetWriter.MostRows)!.Code);
    }

    [Theory, Engines]
    public async Task Another_units_drafts_are_not_exported(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Draft(CatalogWorld.Complete with { Name = "草稿" });
        await world.Published(CatalogWorld.Complete with { Name = "生效" });
        var csv = Encoding.UTF8.GetString(await Export(world, TableFormat.Csv, print: false, world.Stranger));
        Assert.Contains("生效", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("草稿", csv, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_workbook_of_one_unit_is_written(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Published();
        var book = await Export(world, TableFormat.Xlsx, print: true, world.Authority, world.Liaison.UnitId);
        Assert.Equal("PK"u8.ToArray(), book[..2]);
        Assert.Equal("[]", Encoding.UTF8.GetString(await Export(world, TableFormat.Json, print: false, world.Authority, world.Stranger.UnitId)));
    }

    [Theory, Engines]
    public async Task The_printed_catalogue_is_that_of_the_unit_it_was_narrowed_to_and_holds_what_is_in_force(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Draft(CatalogWorld.Complete with { Name = "草稿" });
        await world.Published(CatalogWorld.Complete with { Name = "生效" });
        var all = Encoding.UTF8.GetString(await Export(world, TableFormat.Csv, print: true, world.Liaison));
        Assert.DoesNotContain("草稿", all, StringComparison.Ordinal);
        Assert.Contains("生效", all, StringComparison.Ordinal);
        var print = await world.Services.With<ExportRows, string[]>(async rows =>
            [await rows.Body(new CatalogQuery(), default), await rows.Body(new CatalogQuery { Facets = new Dictionary<string, IReadOnlyList<string>> { ["unit"] = [$"{world.Liaison.UnitId}"] } }, default)]);
        Assert.Equal(["全部单位", "示例市民政局"], print);
    }

    private static Task<byte[]> Export(CatalogWorld world, TableFormat format, bool print, Actor actor, long? unit = null) => world.Services.With<CatalogExport, byte[]>(async export =>
    {
        using var target = new MemoryStream();
        Assert.True((await export.Write(target, format, print, unit, actor, default)).Ok);
        return target.ToArray();
    });
}
