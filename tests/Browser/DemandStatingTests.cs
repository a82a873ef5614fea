using System.Text;
using Microsoft.Playwright;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>Stating demands with attachments and workbooks.</summary>
public sealed class DemandStatingTests(Chromium chromium)
{
    [Fact]
    public async Task Attachments_and_items_of_a_workbook_come_into_the_form_and_nothing_typed_is_lost()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市住建委");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/lists/demands/new?outside=1");
        await page.Locator("#f-name").FillAsync("门牌变更信息");
        await page.GetByText("数据项多？用工作簿填，一行一项").ClickAsync();
        await page.Locator("#f-itemsFile").SetInputFilesAsync(Sent("数据项.csv", "数据项名称,说明,必需或可选\n门牌号,含弄号,必需\n变更日期,,可选\n"));
        await page.GetByRole(AriaRole.Button, new() { Name = "读入数据项" }).ClickAsync();
        Assert.Equal("门牌号", await page.Locator("input[name=itemName]").First.InputValueAsync());
        Assert.Equal("o", await page.Locator("select[name=itemNeed]").Nth(1).InputValueAsync());
        await page.Locator("#f-files").SetInputFilesAsync(Sent("依据.pdf", "不是 PDF"));
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).Last.ClickAsync();
        Assert.Equal("true", await page.Locator("#f-files").GetAttributeAsync("aria-invalid"));
        Assert.Equal("门牌变更信息", await page.Locator("#f-name").InputValueAsync());
        await page.Look("demand-file-refused");
        await page.Locator("#f-files").SetInputFilesAsync(Sent("依据.pdf", "%PDF-1.7"));
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).Last.ClickAsync();
        await page.GetByText("依据.pdf").WaitForAsync();
        await page.Look("demand-with-file");
        await page.GotoAsync(page.Url + "/edit");
        await page.Look("demand-edit-with-file");
        await page.GetByRole(AriaRole.Button, new() { Name = "移除附件：依据.pdf" }).ClickAsync();
        Assert.Equal(0, await page.GetByText("依据.pdf").CountAsync());
    }

    [Fact]
    public async Task Many_demands_at_once()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市住建委");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/lists/demands/import");
        await page.Look("demand-import-empty");
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并查看" }).ClickAsync();
        await page.Locator("#f-file").SetInputFilesAsync(Sent("需求.csv", "需求名称,数据项,拟提供单位,应用场景,使用时限起\n门牌变更,门牌号、变更日期,市公安局,核对地址,2027-01-01\n点位,编号,没有的单位,看点位,不久以后\n"));
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并查看" }).ClickAsync();
        await page.GetByText("有问题，不收").WaitForAsync();
        await page.Look("demand-import-check");
        var address = page.Url;
        await page.GotoAsync(address + "?lang=en");
        await page.Look("demand-import-check-english");
        await page.GotoAsync(address + "?lang=zh");
        await page.GetByRole(AriaRole.Button, new() { Name = "生成 1 件草稿" }).ClickAsync();
        await page.GetByText("门牌变更").First.WaitForAsync();
        await page.Look("demand-import-drafts");
        await page.GotoAsync("/lists/demands/import");
        await page.Look("demand-import-earlier");
    }

    private static FilePayload Sent(string name, string text) => new() { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(text) };
}
