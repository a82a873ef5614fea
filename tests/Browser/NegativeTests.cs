using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class NegativeTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clause_is_found_in_the_register_and_taken_over(bool script)
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市统计局");
        var page = await chromium.Window(city.App, script: script);
        await page.GotoAsync("/lists/negatives/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        Assert.True(await page.Locator("#errors li").CountAsync() > 0);
        if (script) await page.Look("negative-edit-faults");
        await page.Locator("#f-name").FillAsync("单户统计调查表");
        await page.Locator("#f-reason").FillAsync("能够识别单个统计调查对象");
        await page.Locator("#f-find").FillAsync("统计法 28");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await page.Locator("input[name=clauseId]").First.CheckAsync();
        if (script) await page.Look("negative-edit");
        await page.Locator("main .q-bar button.btn-primary").ClickAsync();
        Assert.Contains("第二十八条", await page.Locator(".q-clause").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("单户统计调查表", (await page.Locator("h1").InnerTextAsync()).Split(' ', '\n')[0]);
    }

    [Fact]
    public async Task The_authority_sees_clause_beside_reason_and_what_the_system_checked()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var page = await chromium.Window(city.App);
        foreach (var (address, name) in new[] { ("/lists/negatives", "negatives"), ("/lists/negatives?tab=InRoute", "negatives-route"), ("/lists/negatives?tab=Removed", "negatives-none"), ("/lists/negatives/print", "negatives-print"), ("/todo", "todo-authority") })
        {
            await page.GotoAsync(address);
            await page.Look(name);
        }
        await page.GotoAsync("/todo?tab=负面清单");
        await page.GetByRole(AriaRole.Link, new() { Name = "去审核" }).First.ClickAsync();
        await page.Look("negative-ruling");
        Assert.Equal(1, await page.Locator(".q-clause").CountAsync());
    }
}
