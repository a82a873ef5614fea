using Microsoft.Playwright;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class DemandTests(Chromium chromium)
{
    [Fact]
    public async Task From_ticked_rows_to_a_demand_whose_faults_stand_beside_their_fields()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市住建委");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/lists/demands/basket");
        await page.Look("basket-empty");
        await page.GotoAsync("/catalog?q=婚姻登记");
        await page.Locator("main a[href*='/lists/demands/basket']").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "加入需求" }).ClickAsync();
        await page.Look("basket");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("生成") }).ClickAsync();
        await page.Look("demand-edit");
        await page.Locator("#f-scenario").FillAsync("受理公共租赁住房申请时核对家庭成员");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并送审签" }).ClickAsync();
        Assert.True(await page.Locator("#errors li").CountAsync() > 4);
        Assert.Equal("true", await page.Locator("#f-scope").GetAttributeAsync("aria-invalid"));
        Assert.Equal("受理公共租赁住房申请时核对家庭成员", await page.Locator("#f-scenario").InputValueAsync());
        await page.Look("demand-edit-faults");
        await page.GetByRole(AriaRole.Link, new() { Name = "取消" }).ClickAsync();
        await page.Look("demand-draft");
    }

    [Fact]
    public async Task Every_page_of_demands_is_looked_at()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App);
        foreach (var (address, name) in new[] { ("/lists/demands", "demands"), ("/lists/demands?tab=InCheck", "demands-check"), ("/lists/demands?tab=Withdrawn&q=没有", "demands-nothing"), ("/todo", "todo"), ("/lists/demands?lang=en", "demands-english") })
        {
            await page.GotoAsync(address);
            await page.Look(name);
        }
        await page.GotoAsync("/lists/demands?tab=InCheck&lang=zh");
        await page.Locator("tbody a.q-title").First.ClickAsync();
        await page.Look("demand-check");
        city.App.Person = city.App.Person! with { Roles = new HashSet<string> { Roles.Liaison } };
        await page.GotoAsync("/lists/demands/new?outside=1");
        await page.Look("demand-outside");
        await page.Locator("#f-name").FillAsync("结婚、离婚登记的情况");
        await page.Locator("input[name=itemName]").First.FillAsync("登记日期");
        await page.GetByRole(AriaRole.Button, new() { Name = "看看是不是已有的目录" }).ClickAsync();
        Assert.Equal("结婚、离婚登记的情况", await page.Locator("#f-name").InputValueAsync());
        await page.Look("demand-outside-offered");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("改为申请这个目录") }).First.ClickAsync();
        Assert.Contains("/edit", page.Url, StringComparison.Ordinal);
        Assert.Equal("结婚、离婚登记的情况", await page.Locator("#f-name").InputValueAsync());
    }
}
