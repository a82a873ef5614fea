using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

/// <summary>A file with a classification mark anywhere is stored nowhere (政务数据共享条例 3).</summary>
public sealed class MarkTests
{
    [Theory, Engines]
    public async Task A_file_with_a_classification_mark_is_stored_nowhere_and_the_log_holds_no_content(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var refused = await run.Receive(Encoding.UTF8.GetBytes("目录名称,提供单位,摘要\n甲,市民政局,一\n乙,市民政局,机密★20年\n"));
        var fault = Assert.Single(refused.Faults);
        Assert.Equal(("standards.file.classified", (object)1, (object)"3"), (fault.Code, fault.Args[0], fault.Args[1]));
        await run.Services.With<Store>(async store =>
        {
            Assert.Equal((0, 0), (await store.Set<StoredFile>().CountAsync(), await store.Set<ImportBatch>().CountAsync()));
            var logged = await store.Set<AuditEvent>().SingleAsync(e => e.Action == "catalog.import.refused");
            Assert.Equal("""{"marks":1}""", logged.After);
        });
    }

    [Theory, Engines]
    public async Task A_mark_above_the_header_or_on_another_sheet_is_found_too(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var above = await run.Receive(Encoding.UTF8.GetBytes("秘密★10年,,\n目录名称,提供单位,摘要\n甲,市民政局,一\n"));
        Assert.Equal(["standards.file.classified"], above.Faults.Select(f => f.Code));
        var second = await run.Receive(await RefusalTests.Workbook(RefusalTests.Sheet("目录", ["目录名称", "提供单位"], ["甲", "市民政局"]), RefusalTests.Sheet("附件", ["说明", "其他"], ["内部工作秘密", "无"])), "目录.xlsx");
        Assert.Equal(["standards.file.classified"], second.Faults.Select(f => f.Code));
    }

    [Theory]
    [InlineData("""{"说明":"机密★20年","rows":[{"名称":"甲"}]}""")]
    [InlineData("""{"rows":[{"名称":"甲"}],"说明":["一",["\u673a\u5bc6★20年"]]}""")]
    [InlineData("""[{"名称":"甲","机密★20年":1}]""")]
    [InlineData("""[{"名称":"甲","其他":{"里面":[{"再里面":"机密★20年"}]}}]""")]
    [InlineData("{\"名称\":\"甲\"}\n{\"名称\":\"乙\",\"注\":\"机密★20年\"}\n")]
    public async Task In_json_every_name_and_text_counts_not_only_the_table(string json) => await Refused(Encoding.UTF8.GetBytes(json), "a.json");

    [Fact]
    public async Task A_column_beyond_the_last_and_the_end_of_a_long_cell_count_too()
    {
        const string Table = "目录名称,提供单位\n甲,市民政局\n乙,市民政局\n丙,市民政局\n";
        await Refused(Encoding.UTF8.GetBytes($"{Table}丁,市民政局{new string(',', 250)}机密★20年\n"), "a.csv");
        await Refused(Encoding.UTF8.GetBytes($"{Table}丁,\"{new string('长', 40_000)}\n机密★20年\"\n"), "a.csv");
    }

    [Fact]
    public async Task So_does_a_sheet_beyond_the_hundredth_and_the_name_of_a_sheet()
    {
        var sheets = Enumerable.Range(1, 101).Select(i => RefusalTests.Sheet($"表{i}", ["目录名称", "提供单位"], [i == 101 ? "机密★20年" : "甲", "市民政局"]));
        await Refused(await RefusalTests.Workbook([.. sheets]), "a.xlsx");
        await Refused(await RefusalTests.Workbook(RefusalTests.Sheet("目录", ["目录名称", "提供单位"], ["甲", "市民政局"]), RefusalTests.Sheet("机密★20年", ["说明"], ["无"])), "a.xlsx");
    }

    private static async Task Refused(byte[] file, string name)
    {
        await using var run = await ImportRun.Start(Engine.Sqlite);
        Assert.Equal(["standards.file.classified"], (await run.Receive(file, name)).Faults.Select(f => f.Code));
        Assert.Equal(0, await run.Count("SELECT COUNT(*) FROM platform_files"));
    }
}
