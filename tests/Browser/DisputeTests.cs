using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>What was refused is disputed and settled by a meeting; what a street needs goes by its district to the city and above.</summary>
public sealed class DisputeTests(Chromium chromium)
{
    [Fact]
    public async Task A_partial_refusal_is_disputed_and_settled_by_the_minutes_of_a_meeting()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App);
        var id = await First(city, "/api/v1/workflow/cases?tab=ToAnswer");
        var one = (await city.App.Http.GetFromJsonAsync<JsonElement>($"/api/v1/workflow/cases/{id}")).GetProperty("case");
        var (provider, requester) = (one.GetProperty("provider").GetString()!, one.GetProperty("unit").GetString()!);
        await As(city, Roles.Liaison, provider);
        await page.GotoAsync($"/workflow/cases/{id}/answer");
        await page.Locator("select[name='items[0].verdict']").SelectOptionAsync("Refuse");
        await page.Locator("summary").Filter(new() { HasText = "填写" }).First.ClickAsync();
        await page.Locator("textarea[name='items[0].reason']").FillAsync("涉及第三方");
        await page.Locator("input[name='items[0].basisName']").FillAsync("示例法");
        await page.Locator("input[name='items[0].basisClause']").FillAsync("第三条");
        await page.GetByRole(AriaRole.Button, new() { Name = "其余都选同意（按目录条件）" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "送单位负责人签署" }).ClickAsync();
        await As(city, Roles.UnitHead, provider);
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Locator("form[action$='/sign'] button[type=submit]").ClickAsync();

        await As(city, Roles.Liaison, requester);
        await page.GotoAsync("/workflow/disputes");
        await page.Look("disputes-none");
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Locator("form[action$='/dispute'] button[type=submit]").ClickAsync();
        await page.Look("dispute-refused");
        await page.Locator("#f-claim").FillAsync("第三方不涉及，依据不适用。");
        await page.Locator("form[action$='/dispute'] button[type=submit]").ClickAsync();
        await Says(page, "先由双方协商");
        await page.Locator("#f-text-Escalate").FillAsync("谈了两次，对方仍认为涉及第三方。");
        await page.Locator("form[action$='/acts/Escalate'] button[type=submit]").ClickAsync();

        await As(city, Roles.Authority, "市数据局");
        await page.GotoAsync("/workflow/disputes");
        await page.Look("disputes");
        await page.Locator("a.q-title").First.ClickAsync();
        await page.Look("dispute-authority");
        await page.GotoAsync("/workflow/meetings");
        await page.Look("meetings-none");
        await page.GotoAsync("/workflow/meetings/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "安排会商" }).ClickAsync();
        await page.Look("meeting-refused");
        await page.Locator("#f-title").FillAsync("第三次共享会商");
        await page.Locator("#f-meetsOn").FillAsync("2026-12-01");
        await page.Locator("#f-place").FillAsync("三楼会议室");
        await page.Locator("input[name=matters]").First.CheckAsync();
        await page.Look("meeting-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "安排会商" }).ClickAsync();
        await Says(page, "会商已安排");
        await page.Look("meeting");
        await page.Locator("input[name='matters[1].outcome'][value=Grant]").CheckAsync();
        await page.Locator("textarea[name='matters[1].conclusion']").FillAsync("同意共享，限于申请的场景。");
        await page.Locator("#f-signer").FillAsync("李卫东");
        await page.Locator("#f-signedOn").FillAsync("2026-11-20");
        await page.Locator("#f-documentNumber").FillAsync("示数会纪〔2026〕3 号");
        await page.Locator("#f-scan").SetInputFilesAsync(new FilePayload { Name = "纪要.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 minutes"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "登记纪要，各件按结论办理" }).ClickAsync();
        await Says(page, "各件已按结论办理");
        await page.Look("meeting-concluded");
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Look("case-settled");
        await Says(page, "待提供数据");
        await page.GotoAsync($"/workflow/cases/{id}?lang=en");
        await page.Look("case-settled-english");
    }

    [Fact]
    public async Task A_street_asks_its_district_the_district_the_city_and_the_city_the_level_above()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App);
        var id = await First(city, "/api/v1/workflow/cases?tab=AtDistrict");
        await As(city, Roles.UnitHead, "梧桐街道");
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Look("case-street");
        await As(city, Roles.Liaison, "东岸区");
        await page.GotoAsync("/todo");
        await page.Look("todo-district");
        await page.GotoAsync($"/lists/demands/{id}");
        await page.Look("demand-district");
        await page.Locator("form[action$='/pass'] button[type=submit]").ClickAsync();
        await Says(page, "已上报市级");
        await As(city, Roles.DataCentre, "市大数据中心");
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Look("case-in-check");
        await page.GotoAsync($"/lists/demands/{id}");
        await page.Locator("form[action$='/check'] button[type=submit]").ClickAsync();
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Locator("summary").Filter(new() { HasText = "上报上级平台" }).ClickAsync();
        await page.Locator("#f-number-PassUp").FillAsync("GJ-2026-000123");
        await page.Locator("form[action$='/acts/PassUp'] button[type=submit]").ClickAsync();
        await page.Look("case-pass-up-refused");
        await page.Locator("#f-text-PassUp").FillAsync("数据在国家垂直系统");
        await page.Locator("form[action$='/acts/PassUp'] button[type=submit]").ClickAsync();
        await Says(page, "GJ-2026-000123");
        await page.Look("case-passed-up");
        await page.Locator("#f-text-GrantedAbove").FillAsync("上级同意按申请范围共享。");
        await page.Locator("form[action$='/acts/GrantedAbove'] button[type=submit]").ClickAsync();
        // Somebody here has to hand on what was granted above.
        await Says(page, "还没有指明提供单位");
        await page.Look("case-granted-above-refused");
        await page.GotoAsync($"/lists/demands/{id}");
        await page.Locator("#f-provider").FillAsync("示例市公安局");
        await page.Locator("form[action$='/provider'] button[type=submit]").ClickAsync();
        await page.GotoAsync($"/workflow/cases/{id}");
        await page.Locator("#f-text-GrantedAbove").FillAsync("上级同意按申请范围共享。");
        await page.Locator("form[action$='/acts/GrantedAbove'] button[type=submit]").ClickAsync();
        await Says(page, "待提供数据");
        await page.GotoAsync("/workflow/flow");
        await page.Look("case-flow-whole");
    }

    private static async Task<long> First(DemoCity city, string list) => (await city.App.Http.GetFromJsonAsync<JsonElement>(list)).GetProperty("items")[0].GetProperty("id").GetInt64();

    private static async Task Says(IPage page, string text) => Assert.Contains(text, await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);

    private static async Task As(DemoCity city, string role, string unit) => city.App.Person = city.App.Person! with { UnitId = await city.Unit(unit), UnitName = unit, Roles = new HashSet<string> { role } };
}
