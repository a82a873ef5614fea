using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>A demand from its listing to the end of its use, with the people of three units.</summary>
public sealed class CaseTests(Chromium chromium)
{
    [Fact]
    public async Task A_case_is_dispatched_supplemented_answered_signed_supplied_used_and_closed()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/workflow/cases");
        await page.Look("cases");
        await page.GotoAsync("/workflow/cases?lang=en");
        await page.Look("cases-english");
        await page.GotoAsync("/workflow/cases?q=没有&lang=zh");
        await page.Look("cases-nothing");
        await page.GotoAsync("/workflow/flow");
        await page.Look("case-flow");
        await page.GotoAsync("/workflow/overview");
        await page.Look("overview");
        var id = await Waiting(city);
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Look("case-dispatch");
        await page.Locator("form[action$='/acts/Dispatch'] button[type=submit]").ClickAsync();
        await Says(page, "已分派给提供单位");

        var (provider, requester) = await Parties(city, id);
        await As(city, Roles.Liaison, provider);
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Look("case-answer");
        await page.Locator("#f-missing").FillAsync("业务事项编码\n评估报告");
        await page.Locator("form[action$='/missing'] button[type=submit]").ClickAsync();
        await Says(page, "已一次性告知需求单位");
        await As(city, Roles.Liaison, requester);
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Look("case-supplement");
        await page.Locator("#f-text-Supplement").FillAsync("编码：示例-0001；报告见附件");
        await page.Locator("form[action$='/acts/Supplement'] button[type=submit]").ClickAsync();
        await Says(page, "已补正");

        await As(city, Roles.Liaison, provider);
        await page.GotoAsync("/todo");
        await page.Look("todo-cases");
        await page.GotoAsync($"/workflow/cases/{id}/answer");
        await page.Look("answer-desk");
        await page.GetByRole(AriaRole.Button, new() { Name = "送单位负责人签署" }).ClickAsync();
        await page.Look("answer-refused");
        await page.Locator("summary").Filter(new() { HasText = "填写" }).First.ClickAsync();
        await page.Locator("input[name='items[0].condition']").FillAsync("仅限内网使用");
        await page.GetByRole(AriaRole.Button, new() { Name = "其余都选同意（按目录条件）" }).ClickAsync();
        await page.Look("answer-filled");
        await page.GetByRole(AriaRole.Button, new() { Name = "送单位负责人签署" }).ClickAsync();
        await Says(page, "答复已拟好");
        await As(city, Roles.UnitHead, provider);
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Look("case-sign");
        await page.Locator("form[action$='/sign'] button[type=submit]").ClickAsync();
        await Says(page, "答复已送出");
        await page.Locator("input[name=way][value=Service]").CheckAsync();
        await page.Locator("#f-where").FillAsync("示例接口 query/basic");
        await page.Locator("form[action$='/supply'] button[type=submit]").ClickAsync();
        await Says(page, "需求单位可以使用");

        await As(city, Roles.Liaison, requester);
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Look("case-use");
        await page.Locator("summary").Filter(new() { HasText = "结束使用" }).ClickAsync();
        await page.Locator("#f-text-EndPurpose").FillAsync("业务系统下线");
        await page.Locator("form[action$='/acts/EndPurpose'] button[type=submit]").ClickAsync();
        foreach (var part in (string[])["scene", "course", "effect", "storage", "destruction"]) await page.Locator($"#f-{part}").FillAsync("如实记录");
        await page.Locator("form[action$='/disposal'] button[type=submit]").ClickAsync();
        await page.Look("case-disposal-refused");
        await page.Locator("#f-destroyedOn").FillAsync("2026-11-23");
        await page.Locator("form[action$='/disposal'] button[type=submit]").ClickAsync();
        await Says(page, "本件办结");
        await page.Look("case-closed");
    }

    // 上海市数据条例 39 II: the data centre stops it at once, and the days since the discovery stand among the terms.
    [Fact]
    public async Task What_goes_beyond_the_necessary_is_stopped_by_the_data_centre()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App);
        var id = (await city.App.Http.GetFromJsonAsync<JsonElement>("/api/v1/workflow/cases?tab=ToSupply")).GetProperty("items")[0].GetProperty("id").GetInt64();
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Locator("input[name=way][value=Service]").CheckAsync();
        await page.Locator("#f-where").FillAsync("示例接口");
        await page.Locator("form[action$='/supply'] button[type=submit]").ClickAsync();
        await Says(page, "需求单位可以使用");
        await page.Locator("details:has(form[action$='/acts/StopExcess']) summary").ClickAsync();
        await page.Locator("form[action$='/acts/StopExcess'] button[type=submit]").ClickAsync();
        await page.Look("case-excess-refused");
        await page.Locator("#f-since-StopExcess").FillAsync("2026-11-23");
        await page.Locator("input[name=items-StopExcess]").First.CheckAsync();
        await page.Locator("#f-text-StopExcess").FillAsync("超出的是全市明细，只留本区的");
        await page.Locator("form[action$='/acts/StopExcess'] button[type=submit]").ClickAsync();
        await Says(page, "已停止获取");
        await Says(page, "使用中");
        await Says(page, "立即");
        await page.Look("case-excess");
    }

    private static async Task<long> Waiting(DemoCity city)
    {
        var all = await city.App.Http.GetFromJsonAsync<JsonElement>("/api/v1/workflow/cases?tab=ToDispatch");
        return all.GetProperty("items").EnumerateArray().First(c => c.GetProperty("provider").GetString()!.Length > 0).GetProperty("id").GetInt64();
    }

    private static async Task<(string Provider, string Requester)> Parties(DemoCity city, long id)
    {
        var one = (await city.App.Http.GetFromJsonAsync<JsonElement>($"/api/v1/workflow/cases/{id}")).GetProperty("case");
        return (one.GetProperty("provider").GetString()!, one.GetProperty("unit").GetString()!);
    }

    private static async Task Says(IPage page, string text) => Assert.Contains(text, await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);

    private static async Task As(DemoCity city, string role, string unit) => city.App.Person = city.App.Person! with { UnitId = await city.Unit(unit), UnitName = unit, Roles = new HashSet<string> { role } };
}
