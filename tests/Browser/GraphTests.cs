using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class GraphTests(Chromium chromium)
{
    [Fact]
    public async Task A_resource_is_seen_with_all_that_hangs_together_with_it()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog?q=低保对象");
        await page.GetByRole(AriaRole.Link, new() { Name = "低保对象信息" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "看关系图" }).ClickAsync();
        await page.Look("graph");
        await page.Locator(".q-layers").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("a", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.ScreenshotAsync(new() { Path = Checkout.Path("artifacts", "pictures", "graph-focus.png") });
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.PdfAsync(new() { Path = Checkout.Path("artifacts", "pictures", "graph.pdf"), PreferCSSPageSize = true });
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GotoAsync($"{page.Url}?lang=en");
        await page.Look("graph-english");
    }

    [Fact]
    public async Task Of_sixty_items_forty_are_drawn_and_the_rest_is_one_node()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        var items = Enumerable.Range(1, 60).Select(i => new { name = i % 7 == 0 ? $"最近一次办理该事项的经办机构名称{i}" : $"统一社会信用代码{i}", dataType = "字符串型", share = i % 5 == 0 ? "notShared" : null });
        await page.GotoAsync($"/catalog/{await Draft(city, new { name = "社会救助对象家庭经济状况核对信息", systemName = "社会救助信息系统；没有登记的核对系统", items })}/graph");
        Assert.Equal(1, await page.Locator(".q-layers a[href$='#items']").CountAsync());
        await page.Look("graph-many");
        await page.PdfAsync(new() { Path = Checkout.Path("artifacts", "pictures", "graph-many.pdf"), PreferCSSPageSize = true });
        await page.Locator(".q-layers a[href$='#items']").ClickAsync();
        Assert.EndsWith("#items", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_items_and_none_at_all()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync($"/catalog/{await Draft(city, new { name = "福利彩票站点", items = new[] { new { name = "站点名称" }, new { name = "地址" } } })}/graph");
        await page.Look("graph-two");
        await page.GotoAsync($"/catalog/{await Draft(city, new { name = "殡葬服务机构" })}/graph");
        Assert.Equal(0, await page.Locator(".q-layers").CountAsync());
        await page.Look("graph-none");
    }

    private static async Task<long> Draft(DemoCity city, object content)
    {
        using var created = await city.App.Http.PostAsJsonAsync("/api/v1/catalog/resources", content);
        return (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }
}
