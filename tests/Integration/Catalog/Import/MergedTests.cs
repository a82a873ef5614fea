using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

public sealed class MergedTests
{
    [Theory, Engines]
    public async Task A_row_with_a_former_code_updates_the_resource_that_goes_on(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole("目录名称,目录代码,提供单位,摘要\n企业名录,002438161/000001,市经信委,甲\n企业名录1,002438161/000002,市经信委,乙\n");
        await Merged(run, "企业名录1", "企业名录");
        var batch = await run.Whole("目录名称,目录代码,提供单位,摘要\n企业名录,002438161/000002,市经信委,丙\n");
        Assert.Equal((0, 1), (batch.ReadSummary().Created, batch.ReadSummary().Updated));
        Assert.Contains("catalog.import.merged", Assert.Single(await run.Rows(batch.Id)).Notes, StringComparison.Ordinal);
        var rows = await run.Visible();
        Assert.Equal([("002438161/000001", "丙"), ("002438161/000002", "乙")], rows.Select(r => (r.Code!, r.Summary)));
    }

    [Theory, Engines]
    public async Task The_row_that_names_the_resource_itself_counts_and_the_other_is_refused(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole("目录名称,目录代码,提供单位,摘要\n企业名录,002438161/000001,市经信委,甲\n企业名录1,002438161/000002,市经信委,乙\n");
        await Merged(run, "企业名录1", "企业名录");
        var batch = await run.Check("目录名称,目录代码,提供单位,摘要\n企业名录1,002438161/000002,市经信委,丙\n企业名录,002438161/000001,市经信委,丁\n");
        Assert.Equal([RowVerdict.Refused, RowVerdict.Changed], (await run.Rows(batch.Id)).Select(r => r.Verdict));
        await run.Import(batch, onlyGood: true);
        Assert.Equal(["丁", "乙"], (await run.Visible()).Select(r => r.Summary));
    }

    private static Task Merged(ImportRun run, string from, string into) => run.Services.With<Store>(async store =>
    {
        var (old, one) = (await store.Set<Resource>().SingleAsync(r => r.Name == from), await store.Set<Resource>().SingleAsync(r => r.Name == into));
        (old.State, old.MergedInto) = (ResourceState.Withdrawn, one.Id);
        await store.SaveChangesAsync();
    });
}
