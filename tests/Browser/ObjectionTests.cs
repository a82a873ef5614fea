using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>An objection from the resource's page to its end, with the people of both units; the registers and the proof beside it.</summary>
public sealed class ObjectionTests(Chromium chromium)
{
    [Fact]
    public async Task An_objection_is_raised_accepted_verified_and_closed()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App);
        foreach (var (path, name) in new[] { ("/workflow/objections", "objections"), ("/workflow/objections?lang=en", "objections-english"), ("/workflow/objections?q=没有&lang=zh", "objections-nothing"), ("/workflow/objections/flow", "objection-flow"), ("/workflow/collected", "collected"), ("/workflow/collected/new", "collected-new"), ("/workflow/returned?lang=en", "returned-english") })
        {
            await page.GotoAsync(path);
            await page.Look(name);
        }
        await page.GotoAsync("/workflow/returned/new?lang=zh");
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.Look("returned-refused");
        var first = (await city.App.Http.GetFromJsonAsync<JsonElement>("/api/v1/workflow/objections")).GetProperty("items")[0];
        var (resource, raiser, provider) = (first.GetProperty("resourceId").GetInt64(), first.GetProperty("unit").GetString()!, first.GetProperty("provider").GetString()!);

        await As(city, raiser);
        await page.GotoAsync($"/catalog/{resource}");
        await page.GetByRole(AriaRole.Link, new() { Name = "提出异议" }).ClickAsync();
        await page.Look("objection-form");
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.Look("objection-refused");
        await page.Locator("input[name=wrong][value=Outdated]").CheckAsync();
        await page.Locator("#f-what").FillAsync("状态停在上个月");
        await page.Locator("#f-shouldBe").FillAsync("已变更");
        await page.Locator("#f-proof").SetInputFilesAsync(new FilePayload { Name = "窗口记录.png", MimeType = "image/png", Buffer = [0x89, 0x50, 0x4E, 0x47] });
        await page.Locator("main button[type=submit]").ClickAsync();
        await Says(page, "异议已提出");
        var href = new Uri(page.Url).PathAndQuery;

        await As(city, provider);
        await page.GotoAsync("/todo");
        await Says(page, "数据异议");
        await page.GotoAsync(href);
        await page.Look("objection-provider");
        await page.Locator("form[action$='/accept'] button[type=submit]").ClickAsync();
        await Says(page, "数据已标明存疑");
        await page.Look("objection-tracing");
        await page.GotoAsync($"/catalog/{resource}");
        await page.Look("resource-contested");
        await page.GotoAsync(href);
        await page.Locator("form[action$='/result'] button[type=submit]").ClickAsync();
        await page.Look("objection-result-refused");
        await page.Locator("input[name=outcome][value=Correct]").CheckAsync();
        await page.Locator("#f-result").FillAsync("与源头一致");
        await page.Locator("form[action$='/result'] button[type=submit]").ClickAsync();
        await Says(page, "使用单位已告知");

        await As(city, raiser);
        await page.GotoAsync($"{href}?lang=en");
        await page.Look("objection-verified-english");
        await page.GotoAsync($"{href}?lang=zh");
        await page.Locator("form[action$='/satisfied'] button[type=submit]").ClickAsync();
        await Says(page, "本件办结");
        await page.Look("objection-closed");

        city.App.Person = city.App.Person! with { Roles = new HashSet<string> { Roles.DataCentre } };
        await page.GotoAsync($"/workflow/cases/{await Answered(city)}?lang=en");
        await page.Look("case-answered-english");
        await page.Locator("form[action$='/proof'] button[type=submit]").ClickAsync();
        await page.Look("proof");
    }

    private static async Task<long> Answered(DemoCity city) =>
        (await city.App.Http.GetFromJsonAsync<JsonElement>("/api/v1/workflow/cases?tab=ToSupply")).GetProperty("items")[0].GetProperty("id").GetInt64();

    private static async Task Says(IPage page, string text) => Assert.Contains(text, await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);

    private static async Task As(DemoCity city, string unit) => city.App.Person = city.App.Person! with { UnitId = await city.Unit(unit), UnitName = unit, Roles = new HashSet<string> { Roles.Liaison } };
}
