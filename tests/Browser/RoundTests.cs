using Microsoft.Playwright;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>A round as its people see it: the notice, a workbook and its receipt, the signature, the decision, the board.</summary>
public sealed class RoundTests(Chromium chromium)
{
    [Fact]
    public async Task A_round_goes_from_the_notice_to_the_closing_report()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var authority = city.App.Person!;
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/rounds");
        await page.Look("rounds-empty");
        await page.GotoAsync("/rounds/new");
        await page.Locator("main button.btn-primary").ClickAsync();
        await page.Look("round-new-faults");
        await Open(page);
        await page.Look("round-board-open");
        await page.GetByLabel("选 市公安局").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "催办所选" }).ClickAsync();
        Assert.Contains("已催办 1 个单位", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var board = new Uri(page.Url).AbsolutePath;

        var liaison = await As(city, authority, "市民政局", Roles.Liaison);
        await page.GotoAsync("/todo");
        await page.Look("round-todo");
        await page.GotoAsync(board);
        var report = await page.Locator("td[data-l='责任清单'] a").First.GetAttributeAsync("href");
        await page.GotoAsync(report!);
        await page.Look("report-new");
        await Parts(page);
        await SendSpoilt(city, page, report!);
        await page.Look("receipt");
        await page.GetByRole(AriaRole.Button, new() { Name = "接收" }).First.ClickAsync();
        await page.Look("report-taken");
        await page.GetByRole(AriaRole.Button, new() { Name = "收回“信息处”的部分" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "定稿，送负责人" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "签批", Exact = true }).ClickAsync();
        await page.Look("report-sign-faults");
        await page.GotoAsync(report + "/sheet");
        await page.Look("report-sheet");

        city.App.Person = liaison with { Name = "李局", Roles = new HashSet<string> { Roles.UnitHead } };
        await page.GotoAsync(report + "/rows?show=new");
        await page.Look("report-rows");
        await page.GotoAsync(report!);
        await page.GetByRole(AriaRole.Button, new() { Name = "签批", Exact = true }).ClickAsync();
        city.App.Person = authority;
        await page.GotoAsync(report!);
        await page.Look("report-decide");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交审核结论" }).ClickAsync();
        Assert.Contains("已通过", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(board);
        await page.Look("round-board");
        await page.GotoAsync(board + "/closing");
        await page.Look("round-closing");
        await page.GotoAsync("/rounds");
        await page.Look("rounds");
    }

    [Fact]
    public async Task A_table_of_ones_own_is_mapped_and_compared()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/rounds/new");
        await Open(page);
        await As(city, city.App.Person!, "市民政局", Roles.Liaison);
        await page.ReloadAsync();
        await page.Locator("td[data-l='责任清单'] a").First.ClickAsync();
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "我们自己的表.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("数据,内容,属性\n殡葬服务信息,机构名称、地址,无条件共享\n") });
        await page.GetByRole(AriaRole.Button, new() { Name = "交回并比对" }).ClickAsync();
        await page.Look("return-unmapped");
        await page.GetByRole(AriaRole.Link, new() { Name = "去对应列" }).ClickAsync();
        await page.GetByLabel("“数据”对应").SelectOptionAsync("name");
        await page.GetByLabel("“内容”对应").SelectOptionAsync("items");
        await page.GetByLabel("“属性”对应").SelectOptionAsync("share");
        await page.Look("return-mapping");
        await page.GetByRole(AriaRole.Button, new() { Name = "比对" }).ClickAsync();
        await page.Locator(".q-progress").WaitForAsync();
        await page.Look("return-reading");
        await city.Work();
        await Compared(page);
        // What the table does not say is owed for a new entry: each missing cell is named.
        Assert.Contains("请填写共享方式", await page.Locator(".q-sheet").InnerTextAsync(), StringComparison.Ordinal);
        await page.Look("receipt-new-row");
    }

    [Fact]
    public async Task Items_are_reported_row_by_row_under_their_resource()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/rounds/new");
        foreach (var table in await page.Locator("[name=tables]").AllAsync()) await table.CheckAsync();
        await page.Look("round-new-five");
        await Open(page);
        await page.Look("round-board-five");
        var board = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(board + "/closing");
        await page.Look("round-closing-five");
        await As(city, city.App.Person!, "市民政局", Roles.Liaison);
        await page.GotoAsync(board);
        var report = await page.Locator("td[data-l='数据项'] a").First.GetAttributeAsync("href");
        await page.GotoAsync(report!);
        await page.Look("report-items");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"a[href$='{report}/template']").ClickAsync());
        var file = await File.ReadAllBytesAsync(await download.PathAsync());
        await File.WriteAllBytesAsync(Checkout.Path("artifacts", "pictures", "items.xlsx"), file);
        using var book = new WorkbookEdit(file);
        var rows = book.Rows;
        book.Set(rows[0], "敏感级别", "看情况").Set(rows[1], "数据项名称", "当事人姓名").Set(rows[2], "计量单位", "元").Set(rows[3], "较上年", "删除").Set(rows[4], "目录名称", "不存在的目录").Set(rows[4], "目录代码", "");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "民政局数据项.xlsx", MimeType = "application/vnd.ms-excel", Buffer = book.Save() });
        await page.GetByRole(AriaRole.Button, new() { Name = "交回并比对" }).ClickAsync();
        await city.Work();
        await Compared(page);
        await page.Look("receipt-items");
        await page.GetByRole(AriaRole.Button, new() { Name = "接收" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "选行分给处室" }).ClickAsync();
        await page.Look("report-items-parts");
        await page.GotoAsync(report!);
        await page.GetByRole(AriaRole.Button, new() { Name = "定稿，送负责人" }).ClickAsync();
        await page.GotoAsync(report + "/rows?show=new");
        await page.Look("report-items-rows");
    }

    private static async Task Open(IPage page)
    {
        await page.FillAsync("[name=title]", "2026 年度三清单集中梳理");
        await page.FillAsync("[name=noticeNumber]", "示数办〔2026〕18 号");
        await page.FillAsync("[name=noticeOn]", "2026-11-02");
        await page.FillAsync("[name=dueOn]", "2027-12-31");
        foreach (var unit in await page.Locator("[name=units]").AllAsync()) await unit.CheckAsync();
        await page.Locator("main button.btn-primary").ClickAsync();
        await page.Locator(".q-clock").WaitForAsync();
    }

    private static async Task Parts(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "选行分给处室" }).ClickAsync();
        await page.Locator("tbody input[type=checkbox]").First.CheckAsync();
        await page.FillAsync("[name=office]", "信息处");
        await page.Look("report-parts");
        await page.GetByRole(AriaRole.Button, new() { Name = "分给这个处室" }).ClickAsync();
        await page.Look("report-with-parts");
        await page.GetByRole(AriaRole.Button, new() { Name = "记为已发出" }).ClickAsync();
        Assert.Contains("已发出 ", await page.Locator("td[data-l='状态']").Last.InnerTextAsync(), StringComparison.Ordinal);
    }

    // The page follows the work and loads anew by itself: a second reload would meet the first.
    private static Task Compared(IPage page) => page.Locator(".q-sheet").WaitForAsync();

    private static async Task SendSpoilt(DemoCity city, IPage page, string report)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"a[href$='{report}/template']").ClickAsync());
        using var book = new WorkbookEdit(await File.ReadAllBytesAsync(await download.PathAsync()));
        var rows = book.Rows;
        book.Set(rows[0], "更新频率", "看情况").Set(rows[1], "责任人", "信息处 张三").Set(rows[2], "更新频率", "每天");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "民政局责任清单.xlsx", MimeType = "application/vnd.ms-excel", Buffer = book.Save() });
        await page.GetByRole(AriaRole.Button, new() { Name = "交回并比对" }).ClickAsync();
        await city.Work();
        await Compared(page);
    }

    private static async Task<Actor> As(DemoCity city, Actor authority, string unit, string role)
    {
        var id = await city.Unit(unit);
        return city.App.Person = authority with { PersonId = 2, Name = "王敏", UnitId = id, UnitName = unit, Roles = new HashSet<string> { role } };
    }
}
