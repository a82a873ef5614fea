using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class TransferTests(Chromium chromium)
{
    [Fact]
    public async Task Duties_are_handed_over_and_the_sheet_is_printed()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/organizations?q=市民政局");
        await page.Locator("a.q-title").First.ClickAsync();
        var unit = new Uri(page.Url).AbsolutePath;
        await page.GetByRole(AriaRole.Link, new() { Name = "职能划转" }).ClickAsync();
        await page.Look("transfer-new");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("看影响") }).ClickAsync();
        Assert.Equal(4, await page.Locator("#errors li").CountAsync());
        await page.Locator("#f-to").FillAsync("市卫健委");
        await page.Locator("#f-day").FillAsync("2026-11-20");
        await page.Locator("#f-document").FillAsync("示编〔2026〕8号《关于调整殡葬管理职责的通知》");
        await page.Locator("#f-note").FillAsync("殡葬管理");
        await page.Locator("input[name=scope][value=Chosen]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("看影响") }).ClickAsync();
        await page.Look("transfer-pick");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("看影响") }).ClickAsync();
        Assert.Equal(1, await page.Locator("#errors li").CountAsync());
        foreach (var tick in (await page.Locator("input[name=pick]").AllAsync()).Take(3)) await tick.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("看影响") }).ClickAsync();
        await page.Look("transfer-impact");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记并办理" }).ClickAsync();
        await city.Work();
        await page.ReloadAsync();
        await page.Look("transfer");
        await page.GetByRole(AriaRole.Link, new() { Name = "移交单" }).ClickAsync();
        await page.Look("transfer-sheet");
        Assert.Equal(3, await page.Locator("section.q-paper table").First.Locator("tbody tr").CountAsync());
        await page.GotoAsync("/organizations/transfers");
        await page.Look("transfers");
        await page.GotoAsync(unit);
        await page.Look("organization-transfers");
    }
}
