using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Receiving;
using Qingdan.Catalog.Resources.Bulk;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Search;
using Qingdan.Organizations.Merging;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

/// <summary>A merge moves no row: the merged unit's resources are the surviving unit's from then on.</summary>
public sealed class MergedUnitTests
{
    [Theory, Engines]
    public async Task The_surviving_unit_reads_finds_writes_and_hands_in_the_merged_ones_drafts(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft(author: world.Stranger);
        await Merge(world);

        var view = (await world.Services.With<ReadResource, Result<ResourceView>>(read => read.WithHistory(id, world.Liaison, default))).Value;
        Assert.Equal((true, true, "市民政局", world.Liaison.UnitId), (view.May.Edit, view.May.Submit, view.Provider, view.ProviderId));
        Assert.NotEmpty(view.Events);
        Assert.Equal([id], (await world.Services.With<BrowseCatalog, CatalogPage>(browse => browse.Page(new(), world.Liaison, default))).Rows.Select(r => r.Id));
        Assert.True((await world.Update(id, view.Edit, CatalogWorld.Complete with { Summary = "改过的摘要" })).Ok);
        Assert.True((await world.Submit(id)).Ok);
    }

    [Theory, Engines]
    public async Task They_are_counted_and_handed_in_together_with_its_own(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var (own, theirs) = (await world.Draft(), await world.Draft(CatalogWorld.Complete with { Name = "户籍信息" }, world.Stranger));
        await Merge(world);

        var picture = await world.Services.With<CatalogFigures, CatalogPicture>(figures => figures.Read(world.Liaison, default));
        Assert.Equal((2, 2), (picture.Total, Assert.Single(picture.Units).Total));
        var done = await world.Services.With<SubmitMany, Result<BulkResult>>(many => many.Run([own, theirs], "测试", true, CatalogWorld.Consent, world.Head, default));
        Assert.Equal(2, done.Value.Done);
    }

    [Theory, Engines]
    public async Task Its_imports_are_seen(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var batch = await world.Services.With<ReceiveFile, Result<long>>(receive => receive.Run("目录.csv", new MemoryStream("目录名称,摘要\n户籍信息,人口\n"u8.ToArray()), ImportTarget.Draft, world.Stranger, default));
        Assert.Null(await world.Services.With<ImportBatches, ImportBatch?>(batches => batches.Find(batch.Value, world.Liaison, default)));
        await Merge(world);
        Assert.NotNull(await world.Services.With<ImportBatches, ImportBatch?>(batches => batches.Find(batch.Value, world.Liaison, default)));
    }

    [Theory, Engines]
    public async Task A_person_without_a_unit_owns_nothing(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        await world.Services.With<Store>(store => store.Execute("UPDATE catalog_resources SET provider_id = 0", default));
        Assert.False((await world.Services.With<ReadResource, Result<ResourceView>>(read => read.Run(id, world.Liaison with { UnitId = 0 }, default))).Ok);
    }

    private static async Task Merge(CatalogWorld world) =>
        Assert.True((await world.Services.With<MergeOrganizations, Result<Done>>(merge => merge.Run(world.Stranger.UnitId, world.Liaison.UnitId, Actor.System, default))).Ok);
}
