using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Language;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

public sealed class WholeFlowTests
{
    private const string Csv = """
        目录名称,提供单位,摘要,更新频率,开放属性,数据格式,字段列表
        婚姻登记信息,市民政局,登记,每天,无条件开放,xls,"姓名,登记日期"
        河道水位,市水务局,水位,每月,有条件开放,csv,
        河道水位,市水务局,水位,每月,有条件开放,xls,
        没有单位,,说明,每年,,,
        坏频率,市水务局,说明,看情况,,,
        """;

    [Theory, Engines]
    public async Task What_is_said_of_many_rows_is_an_example_where_each_row_has_its_own_values(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var batch = await run.Check("目录名称,提供单位,更新日期\n甲,市水务局,明天\n乙,市水务局,后天\n甲,市水务局,\n乙,市水务局,\n");
        var said = await run.Services.With<Translator, Dictionary<string, string>>(t => Task.FromResult(batch.ReadSummary().Notes.ToDictionary(n => n.Code, n => n.Say(t))));
        Assert.Equal("例如：与第 2 行重复，略去。", said["catalog.import.row.repeat"]);
        Assert.StartsWith("数据更新日期不是一个日期", said["catalog.import.dataUpdatedOn.not-a-day"], StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_file_becomes_resources_with_items_and_words_to_search(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var checkedBatch = await run.Check(Csv);
        var summary = checkedBatch.ReadSummary();
        Assert.Equal((5, 3, 1, 1), (summary.Rows, summary.New, summary.Joined, summary.Refused));
        Assert.Equal(["市民政局", "市水务局"], summary.NewProviders);
        Assert.Empty(await run.Visible());

        var done = await run.Import(checkedBatch);
        Assert.Equal((ImportState.Done, 3), (done.State, done.ReadSummary().Created));
        var resources = await run.Visible();
        Assert.All(resources, r => Assert.Equal((ResourceState.Published, 1), (r.State, r.Version)));
        Assert.Equal(("csv；xls", ShareProperty.Conditional, false), (resources[1].Formats, resources[1].Share, resources[1].ShareStated));
        await run.Services.With<Store>(async store =>
        {
            Assert.Equal(["姓名", "登记日期"], await store.Set<Item>().OrderBy(i => i.Place).Select(i => i.Name).ToListAsync());
            Assert.Equal(3, (await store.Query("SELECT COUNT(*) FROM catalog_search", r => r.GetInt64(0), default))[0]);
            Assert.Single(await store.Set<AuditEvent>().Where(e => e.Action == "catalog.import.done").ToListAsync());
        });
        var tree = await run.Services.With<IOrganizationDirectory, UnitTree>(async d => await d.Tree(default));
        Assert.Equal(OrganizationState.Proposed, tree.Find(resources[0].ProviderId)!.State);
    }

    [Theory, Engines]
    public async Task The_same_file_again_changes_nothing(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole(Csv);
        var again = await run.Check(Csv);
        var summary = again.ReadSummary();
        Assert.Equal((0, 0, 3, 0), (summary.New, summary.Changed, summary.Same, summary.Importable));
        Assert.Equal(["catalog.import.nothing"], (await run.Begin(again)).Faults.Select(f => f.Code));
    }

    [Theory, Engines]
    public async Task The_same_content_in_another_layout_changes_nothing_either(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole("目录名称,提供单位,摘要\n甲,市民政局,一\n");
        var again = await run.Check("摘要,提供单位,目录名称,领域\n一,市民政局,甲,\n");
        Assert.Equal(1, again.ReadSummary().Same);
    }

    [Theory, Engines]
    public async Task What_a_person_corrected_since_is_not_overwritten_by_the_same_file(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole(Csv);
        await run.Services.With<Store>(store => store.Execute("UPDATE catalog_resources SET summary = '改过', edit = edit + 1", default));
        Assert.Equal(3, (await run.Check(Csv)).ReadSummary().Same);
    }

    [Theory, Engines]
    public async Task A_changed_row_becomes_the_next_version_and_the_old_content_is_kept(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole("目录名称,提供单位,摘要\n甲,市民政局,一\n乙,市民政局,二\n");
        var batch = await run.Whole("目录名称,提供单位,摘要\n甲,市民政局,改\n乙,市民政局,二\n");
        Assert.Equal((0, 1), (batch.ReadSummary().Created, batch.ReadSummary().Updated));
        var changed = (await run.Visible()).Single(r => r.Name == "甲");
        Assert.Equal((2, "改"), (changed.Version, changed.Summary));
        var version = await run.Services.With<Store, ResourceVersion>(s => s.Set<ResourceVersion>().SingleAsync());
        Assert.Equal((1, batch.Id), (version.Number, version.ImportId));
        Assert.Contains("一", version.Content, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task As_a_draft_a_published_resource_stays_in_force_with_a_draft_beside_it(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole("目录名称,提供单位,摘要\n甲,市民政局,一\n");
        var liaison = await run.Liaison("市民政局");
        await run.Whole("目录名称,摘要\n甲,改\n", liaison, ImportTarget.Draft);
        var row = Assert.Single(await run.Visible());
        Assert.Equal((ResourceState.Changing, "一", 1), (row.State, row.Summary, row.Version));
        var draft = await run.Services.With<Store, ResourceDraft>(s => s.Set<ResourceDraft>().SingleAsync());
        Assert.Contains("改", draft.Content, StringComparison.Ordinal);
        Assert.Equal(1, (await run.Check("目录名称,摘要\n甲,改\n", liaison, ImportTarget.Draft)).ReadSummary().Same);
    }

    [Theory, Engines]
    public async Task Only_the_good_rows_come_in_when_asked_for(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var batch = await run.Check("目录名称,提供单位,发布日期\n甲,市民政局,2023-02-30\n乙,市民政局,2023-02-28\n丙,市民政局,2023-03-28\n");
        Assert.Equal((3, 2, 1), (batch.ReadSummary().Importable, batch.ReadSummary().ImportableGood, batch.ReadSummary().FaultyCells));
        await run.Import(batch, onlyGood: true);
        Assert.Equal(["乙", "丙"], (await run.Visible()).Select(r => r.Name));
    }
}
