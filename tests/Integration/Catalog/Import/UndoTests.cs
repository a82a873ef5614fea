using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Running;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

public sealed class UndoTests
{
    private const string First = "目录名称,提供单位,摘要\n甲,市民政局,一\n乙,市民政局,二\n";

    [Theory, Engines]
    public async Task What_was_new_disappears_and_the_same_file_may_come_again(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var batch = await run.Undo(await run.Whole(First));
        Assert.Equal((ImportState.Undone, 0), (batch.State, batch.ReadSummary().Kept));
        Assert.Empty(await run.Visible());
        Assert.Equal(0, await run.Services.With<Store, long>(async s => (await s.Query("SELECT COUNT(*) FROM catalog_search", r => r.GetInt64(0), default))[0]));
        Assert.Equal(2, (await run.Whole(First)).ReadSummary().Created);
    }

    [Theory, Engines]
    public async Task What_was_changed_gets_its_former_content_as_a_new_version(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole(First);
        await run.Undo(await run.Whole("目录名称,提供单位,摘要\n甲,市民政局,改\n"));
        var row = (await run.Visible()).Single(r => r.Name == "甲");
        Assert.Equal((3, "一", ResourceState.Published), (row.Version, row.Summary, row.State));
    }

    [Theory, Engines]
    public async Task What_somebody_changed_since_is_kept_and_counted(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var batch = await run.Whole(First);
        await run.Services.With<Store>(store => store.Execute("UPDATE catalog_resources SET summary = '改过', edit = edit + 1 WHERE name = '甲'", default));
        Assert.Equal(1, (await run.Undo(batch)).ReadSummary().Kept);
        Assert.Equal("甲", Assert.Single(await run.Visible()).Name);
    }

    [Theory, Engines]
    public async Task A_draft_that_the_import_laid_beside_a_published_resource_is_taken_away(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole(First);
        await run.Undo(await run.Whole("目录名称,提供单位,摘要\n甲,市民政局,改\n", target: ImportTarget.Draft));
        Assert.All(await run.Visible(), r => Assert.Equal(ResourceState.Published, r.State));
        Assert.Equal(0, await run.Services.With<Store, int>(s => s.Set<ResourceDraft>().CountAsync()));
    }

    [Theory, Engines]
    public async Task A_draft_published_by_the_import_is_a_draft_again(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole(First, target: ImportTarget.Draft);
        var published = await run.Whole(First);
        Assert.All(await run.Visible(), r => Assert.Equal((ResourceState.Published, 1), (r.State, r.Version)));
        await run.Undo(published);
        Assert.All(await run.Visible(), r => Assert.Equal((ResourceState.Draft, 0), (r.State, r.Version)));
    }

    [Theory, Engines]
    public async Task Another_units_batch_cannot_be_undone(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var own = await run.Liaison("市民政局");
        var batch = await run.Whole("目录名称,摘要\n甲,一\n", own, ImportTarget.Draft);
        var other = await run.Liaison("市水务局");
        var refused = await run.Services.With<StartImport, Result<Done>>(s => s.Undo(batch.Id, other, default));
        Assert.Equal(["catalog.import.not-found"], refused.Faults.Select(f => f.Code));
    }

    [Theory, Engines]
    public async Task Items_come_back_as_those_the_lists_point_at(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole("目录名称,提供单位,字段列表\n甲,市民政局,\"姓名,性别\"\n");
        var before = await Items(run);
        var batch = await run.Whole("目录名称,提供单位,字段列表\n甲,市民政局,\"姓名,住址\"\n");
        Assert.NotEqual(before, await Items(run));
        await run.Undo(batch);
        Assert.Equal(before, await Items(run));
    }

    private static Task<List<string>> Items(ImportRun run) => run.Services.With<Store, List<string>>(s => s.Set<Item>().OrderBy(i => i.Place).Select(i => i.Name + i.Id).ToListAsync());
}
