using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Search;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

/// <summary>A process dies half-way, or somebody else is quicker: afterwards all of the batch is there or none, and the batch says which.</summary>
public sealed class InterruptedTests
{
    [Theory, Engines]
    public async Task Killed_while_writing_nothing_is_seen_and_the_next_process_brings_all(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var batch = await run.Check(Csv(2001, "一"));
        await run.Begin(batch);
        await run.Killed(batch.Id, (done, note) => note == "写入目录" && done == 2000);
        Assert.Equal((ImportState.Staging, 2000), ((await run.Batch(batch.Id)).State, await run.Count("SELECT COUNT(*) FROM catalog_resources WHERE state = 'Staged'")));
        Assert.Empty(await run.Visible());

        var done = await run.Restart(batch.Id);
        Assert.Equal((ImportState.Done, 2001), (done.State, done.ReadSummary().Created));
        Assert.Equal(2001, (await run.Visible()).Count);
        Assert.Equal(2001, await run.Count("SELECT COUNT(*) FROM catalog_search"));
    }

    [Theory, Engines]
    public async Task Killed_while_switching_the_next_process_finishes_all(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole(Csv(150, "一"));
        var batch = await run.Check(Csv(151, "二"));
        await run.Begin(batch);
        await run.Killed(batch.Id, (_, note) => note == "更新已有目录");
        Assert.Equal((ImportState.Switching, 150), ((await run.Batch(batch.Id)).State, (await run.Visible()).Count));

        var done = await run.Restart(batch.Id);
        Assert.Equal((ImportState.Done, 1, 150, 0), (done.State, done.ReadSummary().Created, done.ReadSummary().Updated, done.ReadSummary().Overtaken));
        Assert.All(await run.Visible(), r => Assert.Equal("二", r.Summary));
    }

    [Theory, Engines]
    public async Task Interrupted_too_often_while_writing_it_is_cleared_and_says_so(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var batch = await run.Check("目录代码,目录名称,提供单位\n002438161/000001,甲,市民政局\n");
        await run.Begin(batch);
        for (var i = 0; i < 3; i++) await run.Killed(batch.Id, (_, note) => note == "切换");
        var given = await run.Restart(batch.Id);
        Assert.Equal(ImportState.Failed, given.State);
        Assert.Contains("一行也没有写入", given.Note, StringComparison.Ordinal);
        Assert.Equal(0, await run.Count("SELECT COUNT(*) FROM catalog_resources"));
        Assert.Equal(0, await run.Count("SELECT COUNT(*) FROM catalog_search"));
    }

    [Theory, Engines]
    public async Task A_code_that_somebody_took_and_a_row_that_is_gone_are_left_and_named_the_rest_is_applied(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole("目录名称,提供单位,摘要\n甲,市民政局,一\n乙,市民政局,一\n丙,市民政局,一\n丁,市民政局,一\n");
        var batch = await run.Check("目录代码,目录名称,提供单位,摘要\n002438161/000001,甲,市民政局,二\n,乙,市民政局,二\n,丙,市民政局,二\n");
        await run.Begin(batch);
        await run.Killed(batch.Id, (_, note) => note == "切换");
        await run.Services.With<Store>(async store =>
        {
            await store.Execute("UPDATE catalog_imports SET state = 'Switching' WHERE id = @id", default, ("id", batch.Id));
            await store.Execute("UPDATE catalog_resources SET code = '002438161/000001' WHERE name = '丁'", default);
            await store.Execute("DELETE FROM catalog_resources WHERE name = '乙'", default);
        });
        var done = await run.Restart(batch.Id);
        Assert.Equal((ImportState.Done, 1, 2), (done.State, done.ReadSummary().Updated, done.ReadSummary().Overtaken));
        Assert.Contains("甲", done.Note, StringComparison.Ordinal);
        Assert.Equal([("甲", "一"), ("丙", "二"), ("丁", "一")], (await run.Visible()).Select(r => (r.Name, r.Summary)));
        Assert.Equal(ImportState.Undone, (await run.Undo(done)).State);
    }

    [Theory, Engines]
    public async Task What_another_batch_is_writing_is_not_taken_for_the_catalogue(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        const string File = "目录代码,目录名称,提供单位\n002438161/000001,甲,市民政局\n";
        var first = await run.Check(File);
        await run.Begin(first);
        await run.Killed(first.Id, (_, note) => note == "切换");
        var second = await run.Check(File);
        Assert.Equal((1, 0), (second.ReadSummary().New, second.ReadSummary().Changed));
        Assert.Equal(ImportState.Failed, (await run.Import(second)).State);
        Assert.Equal(ImportState.Done, (await run.Restart(first.Id)).State);
        Assert.Equal(1, (await run.Check(File)).ReadSummary().Same);
    }

    [Theory, Engines]
    public async Task Comparing_many_rows_keeps_the_lease(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole(Csv(1001, "一"));
        var batch = await run.Check(Csv(1001, "二"));
        await run.Begin(batch);
        var compared = 0;
        await run.Killed(batch.Id, (_, note) => note == "比对现有目录" && ++compared == 3);
        Assert.Equal(ImportState.Done, (await run.Restart(batch.Id)).State);
    }

    [Theory, Engines]
    public async Task However_long_the_switch_takes_its_rows_are_seen_by_those_who_looked_meanwhile(Engine engine)
    {
        await using var run = await ImportRun.Start(engine, services => services.AddScoped<ICatalogListener, SlowSwitch>());
        await run.Whole(Csv(2, "一"));
        Assert.Equal(2, await Seen(run.Services.Scope()));
        await run.Whole(Csv(4, "一"));
        Assert.Equal(4, await Seen(run.Services.Scope()));
    }

    private static string Csv(int rows, string summary) =>
        "目录名称,提供单位,摘要\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"目录{i},市民政局,{summary}\n"));

    private static async Task<int> Seen(AsyncServiceScope scope)
    {
        await using (scope) return (await scope.ServiceProvider.GetRequiredService<BrowseCatalog>().Page(new(), ImportRun.Centre, default)).Total;
    }

    /// <summary>Stretches the transaction of the switch over a minute, in which somebody looks at the catalogue.</summary>
    private sealed class SlowSwitch(TimeProvider clock, IServiceScopeFactory scopes) : ICatalogListener
    {
        public async Task Published(PublishedChange change, Actor actor, CancellationToken cancel)
        {
            ((FakeTimeProvider)clock).Advance(TimeSpan.FromMinutes(1));
            await Seen(scopes.CreateAsyncScope());
        }
    }
}
