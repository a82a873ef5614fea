using System.Text;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Platform.Database;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

public sealed class RefusalTests
{
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

    [Theory, Engines]
    public async Task An_old_file_does_not_revive_what_was_withdrawn(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        const string File = "目录代码,目录名称,提供单位\n,甲,市民政局\n002438161/000001,乙,市民政局\n";
        await run.Whole(File);
        await run.Services.With<Store>(store => store.Execute("UPDATE catalog_resources SET state = 'Withdrawn'", default));
        var again = await run.Check(File);
        Assert.Equal((0, 2), (again.ReadSummary().New, again.ReadSummary().Refused));
        Assert.All(await run.Rows(again.Id), row => Assert.Equal(" catalog.import.withdrawn ", row.Codes));
        // One of the same name that is in force goes before it.
        await run.Services.With<Store>(store => store.Execute("UPDATE catalog_resources SET name = '丙', name_key = '丙' WHERE name = '乙'", default));
        Assert.Equal(1, (await run.Whole("目录名称,提供单位\n乙,市民政局\n")).ReadSummary().Created);
        Assert.Equal(1, (await run.Check("目录名称,提供单位\n乙,市民政局\n")).ReadSummary().Same);
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
