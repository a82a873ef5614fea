using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>From the desk to the call: four people of the demo city, each with the account that ./run prints, and a system that calls.</summary>
public sealed class DataFlowTests(Chromium chromium)
{
    private const string Data = "住房公积金缴存信息", Reason = "夜间大量调用，与申请的场景不符。";

    [Fact]
    public async Task What_is_granted_in_the_browser_is_callable_and_suspended_it_is_refused()
    {
        await using var city = await DemoCity.Start("", "市住建委");
        city.App.Person = null;
        await using var provider = await ProviderDouble.Start();
        var page = await chromium.Window(city.App);
        await page.SignIn("sysadmin");
        await page.GotoAsync("/exchange/hosts");
        await page.Locator("[name=host]").FillAsync("127.0.0.1");
        await page.Locator("[name=why]").FillAsync("示例提供方在本机");
        await page.GetByRole(AriaRole.Button, new() { Name = "允许", Exact = true }).ClickAsync();
        var service = await Mount(city, page, provider);
        using var caller = await Caller(city, page);
        Assert.Equal(403, (await Until(caller, service, 403)).Status);

        await page.SignIn("data-centre");
        await page.GotoAsync("/workflow/cases");
        await page.GetByRole(AriaRole.Link, new() { Name = "公租房申请家庭核对" }).ClickAsync();
        await page.Locator("form[action$='/grant'] button").ClickAsync();
        await page.GetByText("已直接授权").First.WaitForAsync();
        var (_, answered) = await Until(caller, service, 200);
        Assert.Equal("示例", answered.GetProperty("data").GetProperty("list")[0].GetProperty("f0").GetString());

        await page.GotoAsync("/exchange/grants");
        await page.GetByRole(AriaRole.Link, new() { Name = Data }).First.ClickAsync();
        await page.Locator("form[action$='/suspend'] [name=reason]").FillAsync(Reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "暂停", Exact = true }).ClickAsync();
        var (_, refused) = await Until(caller, service, 403);
        Assert.Equal(("exchange.grant.suspended", Reason, "《政务数据共享条例》第二十七条第二款"), (Text(refused, "code"), Text(refused, "reason"), Text(refused, "clause")));
        Assert.StartsWith("ZR-", Text(refused, "entry"), StringComparison.Ordinal);
        await Calls(city, page, Text(refused, "call"));
    }

    // 市公积金中心 by the form: what it has of the catalogue's items sits under f0, f1 ….
    private static async Task<string> Mount(DemoCity city, IPage page, ProviderDouble provider)
    {
        var ground = new GatewayGround(city.App.Scope, city.App.Clock);
        var id = (await ground.With<Store, List<long>>(s => s.Query("SELECT id FROM catalog_resources WHERE name = @name", r => r.GetInt64(0), default, ("name", Data)))).Single();
        var items = (await ground.With<PublishedCatalog, IReadOnlyList<PublishedResource>>(c => c.Of([id], default))).Single().Items;
        provider.Answers = http => ProviderDouble.Json(http, JsonSerializer.Serialize(new { data = new { list = new[] { items.Select((_, i) => i).ToDictionary(i => $"f{i}", _ => "示例") } } }));
        await page.SignIn("gongjijin");
        await page.GotoAsync($"/exchange/mounts/new?resource={id}");
        await page.Locator("[name=name]").FillAsync("缴存信息查询");
        await page.Locator("[name=address]").FillAsync(provider.Address);
        await page.Locator("[name=path]").FillAsync("/v1/deposits");
        await page.Locator("[name=rows]").FillAsync("$.data.list[*]");
        for (var i = 0; i < items.Count; i++) await page.Locator($"[name=path-{items[i].Id}]").FillAsync($"f{i}");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "试调" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "启用服务" }).ClickAsync();
        await page.GetByText("已启用").First.WaitForAsync();
        return page.Url.Split('/')[^1].Split('?')[0];
    }

    // 市住建委 takes the secret of its system, which asks for a token with it.
    private static async Task<HttpClient> Caller(DemoCity city, IPage page)
    {
        await page.SignIn("zhujian");
        await page.GotoAsync("/exchange/applications");
        await page.GetByRole(AriaRole.Link, new() { Name = "住房保障审核系统" }).ClickAsync();
        var client = await page.Locator("dt:has-text('应用标识') + dd").First.InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "领取密钥" }).ClickAsync();
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client.Trim()), new("client_secret", await page.Locator("#secret").InnerTextAsync())]);
        var caller = city.App.NewClient();
        using var answer = await caller.PostAsync("/api/v1/oauth/token", form);
        caller.DefaultRequestHeaders.Authorization = new("Bearer", Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "access_token"));
        return caller;
    }

    private static async Task<(int Status, JsonElement Body)> Until(HttpClient caller, string service, int status)
    {
        for (var until = Environment.TickCount64 + 10_000; ; await Task.Delay(20))
        {
            using var answer = await caller.GetAsync($"/gateway/{service}");
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            if ((int)answer.StatusCode == status) return (status, body);
            Assert.True(Environment.TickCount64 < until, $"{(int)answer.StatusCode} and not {status}: {body}");
        }
    }

    // On the phone: what became of call so-and-so?
    private static async Task Calls(DemoCity city, IPage page, string number)
    {
        await page.GotoAsync("/exchange/calls?result=CallerLeft");
        await page.Look("calls-none");
        await page.GotoAsync("/exchange/calls");
        for (; !(await page.ContentAsync()).Contains(number, StringComparison.Ordinal); await page.ReloadAsync()) city.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await page.Look("calls");
        await page.Locator("[name=number]").FillAsync("17");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await page.Look("calls-wrong");
        await page.Locator("[name=number]").FillAsync(number);
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await page.GetByText("授权已经暂停").First.WaitForAsync();
        await page.Look("call-refused");
        await page.GotoAsync("/exchange/calls?result=Answered");
        await page.Locator("main table a").First.ClickAsync();
        await page.Look("call");
        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}?lang=en");
        await page.Look("call-english");
        await page.GotoAsync("/exchange/calls");
        await page.Look("calls-english");
    }

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;
}
