using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class MeaningTests(Chromium chromium)
{
    [Fact]
    public async Task The_city_names_a_source_and_changes_it_with_a_reason_only()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        await city.Work();
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog/elements");
        await page.Look("elements");
        await page.Locator("tbody th a").First.ClickAsync();
        await page.Look("element");
        await page.GetByRole(AriaRole.Button, new() { Name = "定为数源单位" }).ClickAsync();
        await page.Look("element-refused");
        await page.Locator("#f-unit").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#f-document").FillAsync("示例市数据资源管理办公室纪要〔2026〕5号");
        await page.GetByRole(AriaRole.Button, new() { Name = "定为数源单位" }).ClickAsync();
        Assert.Contains("已定数源单位。", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Look("element-decided");
        await page.GetByRole(AriaRole.Button, new() { Name = "不是同一含义" }).ClickAsync();
        await page.Locator("#f-reason").FillAsync("一个是本人，一个是监护人");
        await page.GetByRole(AriaRole.Button, new() { Name = "不是同一含义" }).ClickAsync();
        Assert.Contains("已记下", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/catalog/elements?state=Different");
        await page.Look("elements-different");
    }

    [Fact]
    public async Task A_unit_sees_what_it_has_in_common_with_others()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog/elements?q=没有这样的");
        await page.Look("elements-empty");
        await city.Work();
        await page.GotoAsync("/catalog/elements");
        await page.Locator("tbody th a").First.ClickAsync();
        await page.Look("element-unit");
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "定为数源单位" }).CountAsync());
    }
}
