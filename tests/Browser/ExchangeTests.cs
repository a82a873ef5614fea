using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>共享: applications, grants and their use.</summary>
public sealed class ExchangeTests(Chromium chromium)
{
    [Fact]
    public async Task A_system_is_admitted_and_takes_its_secret()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市住建委");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/exchange/applications");
        await page.Look("applications");
        await page.GetByRole(AriaRole.Link, new() { Name = "申请接入" }).First.ClickAsync();
        await page.Locator("[name=name]").FillAsync("住房租赁平台");
        await page.Locator("[name=allowlist]").FillAsync("十点二\n10.1.2.0/24");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        Assert.Equal("住房租赁平台", await page.Locator("[name=name]").InputValueAsync());
        await page.Look("application-wrong");
        await page.Locator("[name=purpose]").FillAsync("核对租赁备案，市住建委信息中心运维。");
        await page.Locator("[name=allowlist]").FillAsync("10.1.2.0/24");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await page.Look("application-asked");

        var liaison = city.App.Person!;
        city.App.Person = liaison with { Roles = new HashSet<string> { Roles.DataCentre } };
        await page.ReloadAsync();
        await page.Look("application-to-decide");
        await page.GetByRole(AriaRole.Button, new() { Name = "批准", Exact = true }).ClickAsync();
        await page.GetByText("已接入").First.WaitForAsync();
        city.App.Person = liaison;
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "领取密钥" }).ClickAsync();
        Assert.Equal(43, (await page.Locator("#secret").InnerTextAsync()).Length);
        await page.Look("application-secret");
        await page.GotoAsync("/exchange/applications?lang=en");
        await page.GetByRole(AriaRole.Link, new() { Name = "住房租赁平台" }).ClickAsync();
        await page.Look("application-english");
    }

    [Fact]
    public async Task A_grant_is_seen_by_both_and_suspended_by_the_centre()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/exchange/grants");
        await page.Look("grants");
        await page.GetByRole(AriaRole.Link, new() { Name = "低保对象信息" }).First.ClickAsync();
        await page.Look("grant");
        await page.Locator("form[action$='/suspend'] [name=reason]").FillAsync("夜间大量调用，与申请的场景不符。");
        await page.GetByRole(AriaRole.Button, new() { Name = "暂停", Exact = true }).ClickAsync();
        await page.Look("grant-suspended");
        await page.GotoAsync("/exchange/grants?tab=Ended");
        await page.Look("grants-none");
        await page.GotoAsync("/exchange/usage");
        await page.Look("usage-none");
        await page.GotoAsync("/exchange/usage?by=refused&days=7&lang=en");
        await page.Look("usage-refused-none-english");
    }

    [Fact]
    public async Task What_went_beyond_a_grant_is_followed_up_and_the_month_reported()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        await using var provider = await ProviderDouble.Start();
        provider.Answers = http => ProviderDouble.Json(http, """{"data":{"list":[{"a":"甲","b":"310101199001011234"}]}}""");
        var ground = new GatewayGround(city.App.Scope, city.App.Clock);
        await ground.Lay(provider.Address);
        await Call(city.App, ground);
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/exchange/usage");
        await page.Look("usage");
        await page.GetByRole(AriaRole.Link, new() { Name = "被拒绝的" }).ClickAsync();
        await page.Look("usage-refused");
        await page.GetByRole(AriaRole.Link, new() { Name = "记下处理" }).First.ClickAsync();
        await page.Look("attempt");
        await page.GetByLabel("提醒整改").CheckAsync();
        await page.Locator("[name=note]").FillAsync("已电话提醒，对方在改查询条件。");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下处理情况" }).ClickAsync();
        await page.GetByText("已记下处理情况。").WaitForAsync();
        await page.Look("usage-followed-up");
        await page.GotoAsync("/exchange/reports");
        await page.Look("report");
        await page.GotoAsync("/exchange/reports?lang=en");
        await page.Look("report-english");
        await page.GotoAsync($"/catalog/{ground.Resource.Id}?lang=zh");
        await page.GetByText("挂接与调用").First.WaitForAsync();
        await page.Look("resource-mounted");
    }

    // One that goes through, and some that ask for what was not granted; then their lines are in the store.
    private static async Task Call(TestApp app, GatewayGround ground)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", ground.ClientId), new("client_secret", ground.Secret)]);
        using var answer = await app.Http.PostAsync("/api/v1/oauth/token", form);
        using var caller = app.NewClient();
        caller.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
        while (!(await caller.GetAsync($"/gateway/{ground.MountId}")).IsSuccessStatusCode) await Task.Delay(20);
        for (var i = 0; i < 3; i++) (await caller.GetAsync($"/gateway/{ground.MountId}?secret=1")).Dispose();
        while ((await ground.With<Store, List<long>>(s => s.Query("SELECT total FROM exchange_refusals WHERE code = 'exchange.item.not-granted'", r => r.GetInt64(0), default))).Sum() < 3)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50);
        }
    }
}
