using Microsoft.Playwright;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class DutyTests(Chromium chromium)
{
    [Fact]
    public async Task Who_does_what_is_shown_narrowed_and_printed()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/organizations/duties?q=局");
        await page.Look("duties");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("有岗位缺人") }).ClickAsync();
        Assert.Contains("need=missing", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "打印" }).ClickAsync();
        await page.Look("duties-print");
    }

    [Fact]
    public async Task A_head_hands_the_liaison_s_part_over_and_the_deputy_sees_it()
    {
        await using var app = await TestApp.StartCity(Engine.Sqlite);
        var page = await chromium.Window(app);
        await page.SignIn("minzheng-head");
        await page.GotoAsync("/people?q=王敏");
        await page.Locator("a.q-title").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "登记代理" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        Assert.Equal(4, await page.Locator("#errors li").CountAsync());
        await page.Look("stand-in");
        await page.Locator("#f-deputy").SelectOptionAsync("minzheng-legal");
        await page.Locator("#f-from").FillAsync("2026-11-23");
        await page.Locator("#f-until").FillAsync("2026-12-04");
        await page.Locator("#f-reason").FillAsync("休假");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await page.Look("person-stand-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "交接单" }).ClickAsync();
        await page.Look("stand-in-sheet");
        await page.SignIn("minzheng-legal");
        await page.GotoAsync("/account");
        await page.Look("account-stand-in");
        Assert.Contains("王敏", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
