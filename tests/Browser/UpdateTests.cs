using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>An update of a catalogue from its recording to its decision, with the people of the unit and the authority.</summary>
public sealed class UpdateTests(Chromium chromium)
{
    [Fact]
    public async Task An_update_is_recorded_marked_handed_in_and_decided()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var page = await chromium.Window(city.App);
        foreach (var (path, name) in new[] { ("/workflow/updates", "updates"), ("/workflow/updates?lang=en", "updates-english"), ("/workflow/updates?q=没有&lang=zh", "updates-nothing"), ("/workflow/updates/flow", "update-flow"), ("/workflow/updates/new", "update-new-unit") })
        {
            await page.GotoAsync(path);
            await page.Look(name);
        }
        var rows = (await city.App.Http.GetFromJsonAsync<JsonElement>("/api/v1/workflow/updates")).GetProperty("items");
        var (first, late) = (rows[0], rows[1]);
        var unit = first.GetProperty("unit").GetString()!;
        await page.GotoAsync($"/workflow/updates/{late.GetProperty("id").GetInt64()}");
        await page.Look("update-late");

        await page.GotoAsync("/workflow/updates/new");
        await page.Locator("#f-unit").FillAsync("没有这个单位");
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.Look("update-new-no-unit");
        await page.Locator("#f-unit").FillAsync(unit);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.Look("update-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await page.Look("update-form-refused");
        await page.Locator("input[name=cause][value=Law]").CheckAsync();
        await page.Locator("#f-basis").FillAsync("示例登记条例");
        await page.Locator("#f-changedOn").FillAsync("2026-11-20");
        await page.Locator("#f-what").FillAsync("核对数据项");
        await page.Locator("input[name=resource]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        Assert.Equal("示例登记条例", await page.Locator("#f-basis").InputValueAsync());
        Assert.True(await page.Locator("input[name=resource]").First.IsCheckedAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Says(page, "单位须在");
        var href = new Uri(page.Url).PathAndQuery;

        await As(city, unit, Roles.Liaison);
        await page.GotoAsync("/todo");
        await Says(page, "目录更新");
        await page.GotoAsync(href);
        await page.Look("update-unit");
        await page.Locator("form[action$='/submission'] button[type=submit]").ClickAsync();
        await page.Look("update-refused");
        await page.GotoAsync($"{href}/more?lang=en");
        await page.Look("update-more-english");
        await page.GotoAsync($"{href}?lang=zh");
        await page.Locator("#f-all").CheckAsync();
        await page.Locator("#f-reason").FillAsync("条文没有涉及");
        await page.Locator("form[action$='/unaffected'] button[type=submit]").ClickAsync();
        await Says(page, "已标明不需修改");
        await page.Locator("form[action$='/submission'] button[type=submit]").ClickAsync();
        await Says(page, "等主管部门审核发布");

        await As(city, "市数据局", Roles.Authority);
        await page.GotoAsync($"{href}?lang=en");
        await page.Look("update-review-english");
        await page.GotoAsync($"{href}?lang=zh");
        await page.Locator("input[name=verdict][value=publish]").CheckAsync();
        await page.Locator("form[action$='/verdict'] button[type=submit]").ClickAsync();
        await Says(page, "单位会看到");
        await page.Look("update-published");
    }

    private static async Task Says(IPage page, string text) => Assert.Contains(text, await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);

    private static async Task As(DemoCity city, string unit, string role) => city.App.Person = city.App.Person! with { UnitId = await city.Unit(unit), UnitName = unit, Roles = new HashSet<string> { role } };
}
