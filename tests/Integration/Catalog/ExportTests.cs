using System.Text;
using System.Text.Json;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Exporting;
using Qingdan.Catalog.Search;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Sheets.Writing;
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
        await export.Write(target, format, print, unit, actor, default);
        return target.ToArray();
    });
}
