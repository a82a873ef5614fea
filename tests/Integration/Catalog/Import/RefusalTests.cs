using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

public sealed class RefusalTests
{
    [Theory, Engines]
    public async Task A_file_with_a_classification_mark_is_stored_nowhere_and_the_log_holds_no_content(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var refused = await run.Receive(Encoding.UTF8.GetBytes("目录名称,提供单位,摘要\n甲,市民政局,一\n乙,市民政局,机密★20年\n"));
        var fault = Assert.Single(refused.Faults);
        Assert.Equal(("catalog.import.classified", (object)1, (object)"3"), (fault.Code, fault.Args[0], fault.Args[1]));
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
        Assert.Equal(["catalog.import.classified"], above.Faults.Select(f => f.Code));
        var second = await run.Receive(await Workbook(Sheet("目录", ["目录名称", "提供单位"], ["甲", "市民政局"]), Sheet("附件", ["说明", "其他"], ["内部工作秘密", "无"])), "目录.xlsx");
        Assert.Equal(["catalog.import.classified"], second.Faults.Select(f => f.Code));
    }

    [Theory, Engines]
    public async Task A_liaison_brings_in_only_rows_of_the_own_unit(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var liaison = await run.Liaison("市民政局");
        await run.Liaison("市水务局");
        var batch = await run.Check("目录名称,提供单位\n婚姻登记,市民政局\n河道水位,市水务局\n陌生,没听说的局\n", liaison, ImportTarget.Draft);
        Assert.Equal((1, 2), (batch.ReadSummary().New, batch.ReadSummary().Refused));
        await run.Import(batch, actor: liaison);
        Assert.Equal("婚姻登记", Assert.Single(await run.Visible()).Name);
    }

    [Theory, Engines]
    public async Task Publishing_at_once_is_for_the_citys_roles(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var refused = await run.Receive("目录名称\n甲\n"u8.ToArray(), actor: await run.Liaison("市民政局"), target: ImportTarget.Published);
        Assert.Equal(["catalog.import.target.forbidden"], refused.Faults.Select(f => f.Code));
    }

    [Theory, Engines]
    public async Task Damaged_and_empty_files_get_a_clear_answer(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var workbook = await Workbook(Sheet("目录", ["目录名称", "提供单位"], ["甲", "市民政局"]));
        Assert.Equal("sheet.empty", (await run.Receive([])).Faults[0].Code);
        Assert.Equal("sheet.truncated", (await run.Receive(workbook[..(workbook.Length / 2)], "目录.xlsx")).Faults[0].Code);
        Assert.Equal("sheet.json.two-documents", (await run.Receive("[{\"名称\":\"甲\"}]\n[{\"名称\":\"乙\"}]"u8.ToArray(), "a.json")).Faults[0].Code);
    }

    [Theory, Engines]
    public async Task A_row_whose_code_has_a_wrong_check_digit_names_the_one_expected(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var batch = await run.Check("目录代码,目录名称,提供单位\n002438161/000001,甲,市民政局\n00243816X/000002,乙,市民政局\n");
        var row = (await run.Rows(batch.Id))[1];
        Assert.Equal((RowVerdict.Refused, NoteWeight.Row), (row.Verdict, row.Weight));
        Assert.Contains("\"1\"", row.Notes, StringComparison.Ordinal);
    }

    internal static SheetTable Sheet(string name, string[] headers, params string[][] rows) => new(new SheetSpec(name, [.. headers.Select(h => new ColumnSpec(h))]), Async(rows));

    internal static async Task<byte[]> Workbook(params SheetTable[] sheets)
    {
        var stream = new MemoryStream();
        await SheetWriter.WriteWorkbook(stream, sheets, default);
        return stream.ToArray();
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Async(IEnumerable<IReadOnlyList<object?>> rows)
    {
        foreach (var row in rows)
        {
            await Task.CompletedTask;
            yield return row;
        }
    }
}
