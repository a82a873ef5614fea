using System.Text;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Views;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

public sealed class ReportTests
{
    private const string File = "目录名称,提供单位,发布日期,备注栏\n甲,市民政局,昨天,原样\n,市民政局,2026-01-02,\n丙,市民政局,2026-01-03,也留\n";

    [Theory, Engines]
    public async Task It_is_the_same_table_with_a_column_of_what_is_wrong(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var batch = await run.Check(File);
        var text = Encoding.UTF8.GetString(await Report(run, batch.Id, "csv"));
        Assert.Equal(
            "目录名称,提供单位,发布日期,备注栏,问题\n甲,市民政局,昨天,原样,发布日期：发布日期不是一个日期。请写成 2026-11-23 这样。\n,市民政局,2026-01-02,,没有目录名称。\n丙,市民政局,2026-01-03,也留,\n",
            text.TrimStart('\ufeff').Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task As_a_workbook_it_can_be_mended_and_sent_in_again(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var report = await Report(run, (await run.Check(File)).Id, "xlsx");
        var found = SheetFile.Inspect(new MemoryStream(report), "回执.xlsx").Value;
        Assert.Equal(["目录名称", "提供单位", "发布日期", "备注栏", "问题"], found.Choice.Columns.Select(c => c.Header));
        var again = await run.Check((await run.Receive(report, "回执.xlsx", target: ImportTarget.Published)).Value);
        Assert.Equal((2, 1), (again.ReadSummary().New, again.ReadSummary().Refused));
    }

    [Theory, Engines]
    public async Task Before_the_check_there_is_none(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var id = (await run.Receive(Encoding.UTF8.GetBytes(File))).Value;
        var refused = await run.Services.With<WriteReport, Result<ReportFile>>(w => w.Prepare(id, "csv", ImportRun.Centre, default));
        Assert.Equal(["catalog.import.not-checked"], refused.Faults.Select(f => f.Code));
    }

    private static Task<byte[]> Report(ImportRun run, long id, string format) => run.Services.With<WriteReport, byte[]>(async write =>
    {
        using var stream = new MemoryStream();
        await (await write.Prepare(id, format, ImportRun.Centre, default)).Value.Write(stream);
        return stream.ToArray();
    });
}
