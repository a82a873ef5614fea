using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Qingdan.Platform.Identity;
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
        city.App.Person = Of(city.App.Person!.UnitId, Roles.Liaison, Roles.UnitHead, Roles.Authority, Roles.DataCentre);
        var id = await Published(city);
        city.App.Person = Of(await city.Unit("市医保局"), Roles.Liaison, Roles.UnitHead);
        foreach (var wanted in new[] { new[] { 2, 7, 11 }, [30, 55] }) await Demanded(city, id, wanted);
        city.App.Person = Of(await city.Unit("市民政局"), Roles.Liaison, Roles.DataCentre);
        var page = await chromium.Window(city.App);
        await page.GotoAsync($"/catalog/{id}/graph");
        Assert.Equal(1, await page.Locator(".q-layers a[href$='#items']").CountAsync());
        await page.Look("graph-many");
        await page.PdfAsync(new() { Path = Checkout.Path("artifacts", "pictures", "graph-many.pdf"), PreferCSSPageSize = true });
        await page.Locator(".q-layers a[href$='#items']").ClickAsync();
        Assert.EndsWith("#items", page.Url, StringComparison.Ordinal);
        await page.Look("catalog-resource-graph");
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
    // A resource with sixty items in force, its candidates of both lists generated.
    private static async Task<long> Published(DemoCity city)
    {
        var items = Enumerable.Range(1, 60).Select(i => new
        {
            name = i % 7 == 0 ? $"最近一次办理该事项的经办机构名称{i}" : $"统一社会信用代码{i}", dataType = "字符串型", length = 50, share = i % 9 == 0 ? "notShared" : null, shareReason = i % 9 == 0 ? "涉及个人隐私" : "",
        });
        var id = await Draft(city, new
        {
            name = "社会救助对象家庭经济状况核对信息", summary = "申请社会救助的家庭的经济状况", theme = "民生服务", systemName = "社会救助信息系统；没有登记的核对系统", formats = "xlsx", frequency = "monthly",
            share = "conditional", shareCondition = "限行政审批", shareWays = "服务接口", openType = "conditional", dataLevel = "一般数据3级", elements = new { openCondition = "签订使用协议" }, items,
        });
        using var submitted = await city.App.Http.PostAsJsonAsync($"/api/v1/catalog/resources/{id}/submission", new { assessed = true });
        Assert.True(submitted.IsSuccessStatusCode, await submitted.Content.ReadAsStringAsync());
        using var published = await city.App.Http.SendAsync(new(HttpMethod.Post, $"/api/v1/catalog/resources/{id}/publication") { Content = JsonContent.Create(new { agrees = true }), Headers = { { "If-Match", submitted.Headers.ETag!.Tag } } });
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
        (await city.App.Http.PostAsync("/api/v1/generations", null)).EnsureSuccessStatusCode();
        await city.Work();
        return id;
    }

    private static async Task Demanded(DemoCity city, long id, int[] places)
    {
        var known = (await city.App.Http.GetFromJsonAsync<JsonElement>($"/api/v1/catalog/resources/{id}")).GetProperty("content").GetProperty("items");
        using var made = await city.App.Http.PostAsJsonAsync("/api/v1/lists/demands", new
        {
            name = "核对家庭经济状况", scenario = "医疗救助审核", basisName = "社会救助暂行办法", basisClause = "第五十八条", scope = "医疗救助处", purpose = "审批", way = "服务接口", frequency = "Daily",
            startsOn = "2027-01-01", endsOn = "2028-12-31", personal = "None", urgency = "Normal", committed = true, items = places.Select(p => new { resourceId = id, itemId = known[p - 1].GetProperty("id").GetInt64(), name = "" }),
        });
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        var demand = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        using var handIn = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/lists/demands/{demand}/submission") { Headers = { { "If-Match", "\"1\"" } } };
        using var submitted = await city.App.Http.SendAsync(handIn);
        Assert.True(submitted.IsSuccessStatusCode, await submitted.Content.ReadAsStringAsync());
    }

    private static Actor Of(long unit, params string[] roles) => new(1, "王敏", unit, "单位", roles.ToHashSet());
}
