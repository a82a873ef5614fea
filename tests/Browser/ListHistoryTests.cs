using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>Changes that people ask for, rules, history and what may be used, with the people of the demo city.</summary>
public sealed class ListHistoryTests(Chromium chromium)
{
    [Fact]
    public async Task A_row_is_suspended_by_asking_and_its_history_says_so()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市民政局");
        city.App.Person = null;
        var page = await chromium.Window(city.App);
        await page.SignIn("gongan");
        await page.GotoAsync("/lists/responsibilities?q=机动车");
        await page.Locator("tbody th a").First.ClickAsync();
        var entry = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "提出", Exact = true }).ClickAsync();
        await page.Look("change-asked-refused");
        await page.Locator("#f-kind").SelectOptionAsync(["Suspend"]);
        await page.Locator("#f-reason").FillAsync("系统改造，三个月内不能提供。");
        await page.Locator("#f-anchor").FillAsync("示例市政务信息系统管理办法第十二条");
        await page.GetByRole(AriaRole.Button, new() { Name = "提出", Exact = true }).ClickAsync();
        await page.Look("change-asked");
        await page.GotoAsync("/lists/changes/rules");
        await page.GetByRole(AriaRole.Button, new() { Name = "设定规则" }).ClickAsync();
        await page.Look("change-rules-refused");
        await page.GetByLabel("来源系统").CheckAsync();
        await page.Locator("#f-note").FillAsync("系统换名不影响共享。");
        await page.GetByRole(AriaRole.Button, new() { Name = "设定规则" }).ClickAsync();
        await page.Look("change-rules");
        await page.GotoAsync("/lists/changes/rules?lang=en");
        await page.Look("change-rules-english");
        await page.GotoAsync("/lists/changes?lang=zh");

        // Somebody asks for its data, and whoever keeps the rule has left.
        await using (var scope = city.App.Scope())
        {
            var store = scope.ServiceProvider.GetRequiredService<Store>();
            await store.Execute("UPDATE lists_demand_items SET resource_id = (SELECT resource_id FROM lists_entries WHERE id = @id) WHERE demand_id = (SELECT min(id) FROM workflow_cases)", default, ("id", long.Parse(entry[(entry.LastIndexOf('/') + 1)..].Split('?')[0], CultureInfo.InvariantCulture)));
            await store.Execute("UPDATE organizations_people SET state = 'Disabled' WHERE sign_in_key = 'gongan'", default);
        }
        await page.SignIn("data-centre");
        await page.GotoAsync("/lists/changes/rules?lang=en");
        await page.Look("change-rules-resting-english");
        await page.GotoAsync("/lists/changes/rules?lang=zh");
        await page.Look("change-rules-resting");
        await page.GotoAsync("/lists/changes?lang=en");
        await page.Look("changes-asked-english");
        await page.GotoAsync("/lists/changes?lang=zh");
        await page.Look("changes-asked");
        await page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认勾选的变更" }).ClickAsync();
        await page.GotoAsync(entry);
        await page.GetByRole(AriaRole.Link, new() { Name = "沿革", Exact = true }).ClickAsync();
        await page.Look("line-history");
        await page.GotoAsync("/lists/history?q=机动车");
        await page.Look("lists-on-day");
        await page.GotoAsync("/lists/history?list=negative&lang=en");
        await page.Look("lists-on-day-english");
        await page.GotoAsync("/lists/history?on=2020-01-01&lang=zh");
        await page.Look("lists-on-day-empty");
    }

    [Fact]
    public async Task What_may_be_used_is_answered_item_by_item()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/lists/availability?resource=000000000/000000");
        await page.Look("availability-unknown");
        await page.GotoAsync("/lists/responsibilities?q=机动车登记信息");
        await page.Locator("tbody th a").First.ClickAsync();
        var resource = await page.EvaluateAsync<string>("[...document.querySelectorAll('a')].map(a => a.getAttribute('href').match(/^\\/catalog\\/(\\d+)$/)).find(m => m)[1]");
        await page.GotoAsync($"/lists/availability?resource={resource}&purpose=核对");
        await page.Look("availability");
        Assert.NotEqual(0, await page.Locator("tbody tr").CountAsync());
    }
}
