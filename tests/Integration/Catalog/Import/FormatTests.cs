using System.Text;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

/// <summary>The same two rows in every kind of file, from the upload to the catalogue.</summary>
public sealed class FormatTests
{
    private const string Csv = "資料集名稱,提供機關,主要欄位\n輪椅服務站設置地點,社會處,\"編號,站名\"\n公有零售市場行情,市場處,\"日期,種類\"\n";

    static FormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory, Engines]
    public Task Big5(Engine engine) => Brings(engine, Encoding.GetEncoding("big5").GetBytes(Csv), "清單.csv");

    [Theory, Engines]
    public Task Utf8_with_byte_order_mark(Engine engine) => Brings(engine, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv)], "清單.csv");

    [Theory, Engines]
    public Task Json(Engine engine) => Brings(engine, Encoding.UTF8.GetBytes(
        """[{"資料集名稱":"輪椅服務站設置地點","提供機關":"社會處","主要欄位":"編號,站名"},{"資料集名稱":"公有零售市場行情","提供機關":"市場處","主要欄位":"日期,種類"}]"""), "a.json");

    [Theory, Engines]
    public Task Json_lines(Engine engine) => Brings(engine, Encoding.UTF8.GetBytes(
        "{\"資料集名稱\":\"輪椅服務站設置地點\",\"提供機關\":\"社會處\",\"主要欄位\":\"編號,站名\"}\n{\"資料集名稱\":\"公有零售市場行情\",\"提供機關\":\"市場處\",\"主要欄位\":\"日期,種類\"}\n"), "a.ndjson");

    [Theory, Engines]
    public async Task Xlsx(Engine engine) => await Brings(engine, await RefusalTests.Workbook(
        RefusalTests.Sheet("清單", ["資料集名稱", "提供機關", "主要欄位"], ["輪椅服務站設置地點", "社會處", "編號,站名"], ["公有零售市場行情", "市場處", "日期,種類"])), "清單.xlsx");

    [Theory, Engines]
    public async Task Two_columns_of_one_name_are_told_apart_and_said(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var batch = await run.Batch((await run.Receive(Encoding.UTF8.GetBytes("名称,提供单位,名称\n甲,市民政局,乙\n丙,市民政局,丁\n"))).Value);
        Assert.Contains("都叫", batch.Notes, StringComparison.Ordinal);
        Assert.Equal(["名称", "提供单位", "名称 (2)"], batch.ReadChoice().Columns.Select(c => c.Header));
    }

    private static async Task Brings(Engine engine, byte[] file, string name)
    {
        await using var run = await ImportRun.Start(engine);
        var batch = await run.Import(await run.Check((await run.Receive(file, name, target: ImportTarget.Published)).Value));
        Assert.Equal((2, 4), (batch.ReadSummary().Created, batch.ReadSummary().Items));
        Assert.Equal(["輪椅服務站設置地點", "公有零售市場行情"], (await run.Visible()).Select(r => r.Name));
    }
}
