using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>职责目录, 系统目录 and how they meet the catalogue.</summary>
public sealed class RegisterTests(Chromium chromium)
{
    [Fact]
    public async Task The_city_sees_where_the_layers_do_not_meet()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App);
        foreach (var (address, name) in new[]
        {
            ("/catalog/coverage", "coverage"), ("/catalog/coverage?list=Bare", "coverage-bare"), ("/catalog/coverage?list=Unregistered", "coverage-unregistered"),
            ("/catalog/coverage/print", "coverage-print"), ("/catalog/systems", "systems"), ("/catalog/duties", "duties"),
        })
        {
            await page.GotoAsync(address);
            await page.Look(name);
        }
    }

    [Fact]
    public async Task A_system_under_construction_is_planned_drafted_checked_and_its_sheet_printed()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog/systems?state=Building");
        await page.Locator("tbody a.q-title").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "预编目" }).First.ClickAsync();
        await page.Locator("[name='rows[2].items']").FillAsync("老人姓名");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        Assert.Equal(1, await page.Locator("#errors li").CountAsync());
        await page.Look("plan");
        await page.Locator("[name='rows[2].name']").FillAsync("老人能力评估信息");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "未编目的转为目录草稿" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "验收核对" }).ClickAsync();
        await page.Look("plan-check");
        await page.GetByLabel("不通过").CheckAsync();
        await page.Locator("#f-remark").FillAsync("三个目录还是草稿，补齐后再核对。");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记核对结果" }).ClickAsync();
        await page.Look("system");
        await page.GetByRole(AriaRole.Link, new() { Name = "打印", Exact = true }).ClickAsync();
        await page.Look("plan-sheet");
    }

    [Fact]
    public async Task A_duty_is_registered_and_linked_and_what_is_named_is_registered_in_one_step()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog/duties/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        Assert.Equal(2, await page.Locator("#errors li").CountAsync());
        await page.Look("duty-new");
        await page.Locator("#f-name").FillAsync("社会救助");
        await page.Locator("#f-basis").FillAsync("示例市民政局“三定”规定");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.Locator("[name=resource]").First.CheckAsync();
        await page.Locator("[name=system]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "关联所选" }).ClickAsync();
        await page.Look("duty");
        await page.Locator("tbody a.q-title").First.ClickAsync();
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "社会救助" }).CountAsync() > 0);
        await page.Look("resource-layers");
        await page.GotoAsync("/catalog/coverage?list=Unregistered");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记这些系统" }).ClickAsync();
        await page.Look("systems-found");
        await page.Locator("tbody a.q-title").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "核对并确认" }).ClickAsync();
        await page.Look("system-edit");
    }
}
