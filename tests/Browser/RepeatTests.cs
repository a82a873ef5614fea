using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class RepeatTests(Chromium chromium)
{
    private const string Demands = "/api/v1/lists/demands";

    [Fact]
    public async Task Demands_that_are_alike_are_seen_side_by_side_and_decided()
    {
        await using var city = await DemoCity.Start(Roles.UnitHead, "市住建委");
        await HandIn(city, "市住建委", "视频监控点位", "防汛调度时查看积水点附近的视频点位", "点位编号", "经纬度", "朝向");
        var second = await HandIn(city, "市住建委", "监控点位信息", "防汛调度时，查看积水点附近的视频点位", "点位编号", "经纬度");
        var third = await HandIn(city, "市民政局", "公共视频点位", "养老服务设施周边安全巡查", "点位编号", "经纬度", "建成日期");
        var page = await chromium.Window(city.App);
        await As(city, Roles.UnitHead, "市住建委");
        await page.GotoAsync($"/lists/demands/{second}");
        await page.Look("repeat-demand");
        await page.GotoAsync("/lists/demands/repeats");
        await page.Look("repeats-unit");
        await page.GotoAsync("/lists/demands/new?outside=1");
        await page.Locator("#f-name").FillAsync("视频点位");
        await page.Locator("input[name=itemName]").Nth(0).FillAsync("点位编号");
        await page.Locator("input[name=itemName]").Nth(1).FillAsync("经纬度");
        await page.GetByRole(AriaRole.Button, new() { Name = "看看是不是已有的目录" }).ClickAsync();
        Assert.Contains("已经提过的，可以不再提出", await page.Locator("aside").Last.InnerTextAsync(), StringComparison.Ordinal);
        await page.Look("repeat-typed");

        await As(city, Roles.DataCentre, "市大数据中心");
        await page.GotoAsync("/lists/demands/repeats");
        await page.Look("repeats");
        await page.GotoAsync("/lists/demands/repeats?lang=en");
        await page.Look("repeats-english");
        await page.GotoAsync("/lists/demands/repeats?lang=zh&kind=Repeat");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^不是重复") }).First.ClickAsync();
        await page.Look("repeats-refused");
        await page.Locator("#f-why").FillAsync("一件用于汛期，一件用于日常巡查");
        await page.Locator("form:has(#f-why)").GetByRole(AriaRole.Button, new() { NameRegex = new("^不是重复") }).ClickAsync();
        Assert.Contains("已记下：不是重复", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^合并答复") }).First.ClickAsync();
        await page.GotoAsync("/lists/demands/repeats?state=Joined");
        await page.Look("repeats-joined");
        await page.GotoAsync($"/lists/demands/{third}");
        Assert.Contains("合并答复", await page.Locator("aside").Last.InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/lists/demands/repeats?kind=Repeat");
        await page.Look("repeats-nothing");
        await page.GotoAsync("/findings?code=R19");
        await page.Look("repeats-findings");
    }

    // Handed in by the unit's head: the data centre sees it.
    private static async Task<long> HandIn(DemoCity city, string unit, string name, string scenario, params string[] items)
    {
        await As(city, Roles.UnitHead, unit);
        var input = new
        {
            name, scenario, basisName = "防汛条例", basisClause = "第十条", scope = "防汛处", purpose = "监管", way = "服务接口", frequency = "Daily", startsOn = "2027-01-01", endsOn = "2028-12-31",
            personal = "None", urgency = "Urgent", committed = true, items = items.Select(i => new { resourceId = 0, itemId = 0, name = i, note = "", required = true }),
        };
        using var made = await city.App.Http.PostAsJsonAsync(Demands, input);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        using var handIn = new HttpRequestMessage(HttpMethod.Post, $"{Demands}/{id}/submission") { Headers = { { "If-Match", "\"1\"" } } };
        (await city.App.Http.SendAsync(handIn)).EnsureSuccessStatusCode();
        return id;
    }

    private static async Task As(DemoCity city, string role, string unit) => city.App.Person = city.App.Person! with { UnitId = await city.Unit(unit), UnitName = unit, Roles = new HashSet<string> { role } };
}
