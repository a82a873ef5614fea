using Microsoft.Playwright;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class ProposedTests(Chromium chromium)
{
    [Fact]
    public async Task What_summaries_name_is_confirmed_handed_in_or_refused()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await New(page, "养老机构基本信息", "全市养老机构的基本情况，主要包括机构名称、统一社会信用代码、法定代表人、地址、联系电话、床位数、入住人数和评定等级等信息，每季度更新。");
        await page.GotoAsync((await page.Locator("a:has-text('编辑')").First.GetAttributeAsync("href"))!);
        await page.Locator("#f-items").ScrollIntoViewIfNeededAsync();
        await page.Look("proposed-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "把勾选的填入下表" }).ClickAsync();
        Assert.Equal("统一社会信用代码", await page.Locator("input[name='items[1].name']").InputValueAsync());
        await New(page, "困难残疾人生活补贴发放", "数据项：序号、姓名、残疾类别、残疾等级、补贴标准（元/月）、发放日期");
        await page.Look("proposed-resource");
        await New(page, "社会组织年检结果", "社会组织年度检查，包含社会组织名称、登记证号、年检年度、年检结论");
        await page.GotoAsync("/catalog/proposed-items");
        await page.Look("proposed");
        await page.GetByRole(AriaRole.Button, new() { Name = "这些不是数据项 社会组织年检结果" }).ClickAsync();
        await page.GetByLabel("序号", new() { Exact = true }).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认补为数据项" }).Last.ClickAsync();
        await page.Look("proposed-done");
        await page.GetByRole(AriaRole.Button, new() { Name = "批量报送这些目录" }).ClickAsync();
        Assert.Contains("批量报送", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_city_sees_figures_by_unit()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await New(page, "养老机构基本信息", "包括机构名称、地址、联系电话等信息");
        city.App.Person = new Actor(2, "赵", await city.Unit("市大数据中心"), "市大数据中心", new HashSet<string> { Roles.DataCentre });
        await page.GotoAsync("/catalog/proposed-items");
        await page.Look("proposed-units");
        Assert.Equal(1, await page.Locator("tbody tr:has-text('市民政局')").CountAsync());
    }

    private static async Task New(IPage page, string name, string summary)
    {
        await page.GotoAsync("/catalog/new");
        await page.Locator("#f-name").FillAsync(name);
        await page.Locator("#f-summary").FillAsync(summary);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).Last.ClickAsync();
        await page.Locator($"h1:has-text('{name}')").WaitForAsync();
    }
}
