using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class ListTests(Chromium chromium)
{
    [Fact]
    public async Task Candidates_are_confirmed_in_bulk_and_undone_without_script()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App, script: false);
        await page.GotoAsync("/lists/responsibilities?tab=Candidate&basis=stated");
        await page.GetByRole(AriaRole.Button, new() { Name = "不列入" }).ClickAsync();
        Assert.Equal(1, await page.Locator("#errors li").CountAsync());
        Assert.Contains("basis=stated", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("选中符合筛选的全部") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认列入" }).ClickAsync();
        Assert.Contains("写入责任清单", await page.Locator("[role=status]").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("撤销这") }).ClickAsync();
        Assert.Contains("恢复原状", await page.Locator("[role=status]").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_says_why_it_is_there_and_the_list_is_printed()
    {
        await using var city = await DemoCity.Start(Roles.UnitHead, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/lists/responsibilities");
        await page.Look("responsibilities");
        await page.Locator("tbody a.q-title").First.ClickAsync();
        await page.Look("responsibility");
        Assert.True(await page.Locator(".q-why li").CountAsync() >= 3);
        await page.GotoAsync("/lists/responsibilities/print");
        await page.Look("responsibilities-print");
    }

    [Fact]
    public async Task A_row_is_added_by_hand_with_all_faults_shown_at_once()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App, script: false);
        await page.GotoAsync("/lists/responsibilities/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "拟列入" }).ClickAsync();
        Assert.Equal(6, await page.Locator("#errors li").CountAsync());
        await page.Locator("#f-name").FillAsync("殡葬服务价格");
        await page.Locator("#f-items").FillAsync("项目\n价格");
        await page.Locator("#f-share").SelectOptionAsync("Unconditional");
        await page.Locator("input[name=ways]").First.CheckAsync();
        await page.Locator("#f-frequency").SelectOptionAsync("Yearly");
        await page.Locator("#f-level").SelectOptionAsync("一般数据");
        await page.GetByRole(AriaRole.Button, new() { Name = "拟列入" }).ClickAsync();
        Assert.StartsWith("殡葬服务价格", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_the_lists_is_looked_at()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App);
        foreach (var (address, name) in new[] { ("/findings", "findings"), ("/lists/changes", "changes"), ("/lists/generation", "generation"), ("/lists/responsibilities?tab=Candidate", "responsibilities-candidates"), ("/lists/responsibilities/new", "responsibility-new") })
        {
            await page.GotoAsync(address);
            await page.Look(name);
        }
        await page.GotoAsync("/findings?severity=Severe");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^去改") }).First.ClickAsync();
        Assert.Equal(1, await page.Locator("h1").CountAsync());
    }
}
