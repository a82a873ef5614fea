using System.Globalization;
using Microsoft.Playwright;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class QualityTests(Chromium chromium)
{
    [Fact]
    public async Task A_unit_raises_its_score_by_following_the_findings_page_only()
    {
        await using var city = await DemoCity.Start(Roles.UnitHead, "市民政局");
        await city.Work();
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/findings/scores");
        await page.Look("score");
        var before = await Score(page);
        // What costs points; a resource; the cell.
        await page.Locator("tr", new() { HasText = "数据停更" }).Locator("a").ClickAsync();
        await page.Look("findings-unit");
        await page.Locator(".q-cells a").Last.ClickAsync();
        var field = new Uri(page.Url).Fragment;
        Assert.Equal("#f-dataUpdatedOn", field);
        await page.Locator(field).FillAsync("2026-11-23");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并报送" }).ClickAsync();
        await page.Locator("input[name=assessed]").CheckAsync();
        await page.Locator("main form button.btn-primary").ClickAsync();
        var resource = new Uri(page.Url).AbsolutePath;
        city.App.Person = new Actor(2, "李卫东", 0, "市数据局", new HashSet<string> { Roles.Authority });
        await page.GotoAsync($"{resource}/review");
        await page.Locator("main form button.btn-primary").First.ClickAsync();
        await city.Work();
        city.App.Person = new Actor(1, "王敏", await city.Unit("市民政局"), "市民政局", new HashSet<string> { Roles.UnitHead });
        await page.GotoAsync("/findings/scores");
        Assert.True(await Score(page) > before, $"{before} before, {await Score(page)} after");
    }

    [Fact]
    public async Task Scores_waivers_and_campaigns_are_looked_at()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        await city.Work();
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/findings");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^申请豁免") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "申请" }).ClickAsync();
        Assert.Equal(2, await page.Locator("#errors li").CountAsync());
        await page.Locator("#f-reason").FillAsync("系统改造到明年三月");
        await page.Locator("#f-untilOn").FillAsync("2027-03-31");
        await page.Look("waiver-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "申请" }).ClickAsync();
        city.App.Person = new Actor(2, "李卫东", 0, "市数据局", new HashSet<string> { Roles.Authority });
        await page.GotoAsync("/findings/waivers");
        await page.Look("waivers");
        await page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
        await page.GotoAsync("/findings?waived=true");
        Assert.Equal(1, await page.Locator("tbody tr").CountAsync());
        await page.GotoAsync("/findings/scores");
        await page.Look("scores");
        await page.GotoAsync("/findings/campaigns");
        await page.Look("campaigns-none");
        await page.GetByRole(AriaRole.Link, new() { Name = "发起整治" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发起" }).ClickAsync();
        Assert.Equal(3, await page.Locator("#errors li").CountAsync());
        await page.Locator("#f-name").FillAsync("补齐来源系统");
        await page.Locator("#f-dueOn").FillAsync("2026-12-31");
        await page.Locator("input[name=codes][value=A02]").CheckAsync();
        await page.Look("campaign-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "发起" }).ClickAsync();
        await page.Look("campaign");
        await page.GotoAsync("/findings/campaigns");
        await page.Look("campaigns");
    }

    [Fact]
    public async Task The_figures_of_the_catalogue_are_looked_at()
    {
        await using var city = await DemoCity.Start(Roles.Auditor, "市数据局");
        await city.Work();
        var page = await chromium.Window(city.App);
        await city.Hour();
        await page.GotoAsync("/catalog/numbers");
        await page.Look("numbers-first");
        city.App.Clock.Advance(TimeSpan.FromDays(40));
        await city.Hour();
        await page.GotoAsync("/catalog/numbers");
        await page.Look("numbers");
        Assert.Equal(1, await page.Locator(".q-chart svg").CountAsync());
    }

    private static async Task<decimal> Score(IPage page) => decimal.Parse(await page.Locator(".q-fig").First.InnerTextAsync(), CultureInfo.InvariantCulture);
}
