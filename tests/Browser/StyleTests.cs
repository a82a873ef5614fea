using Microsoft.Playwright;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class StyleTests(Chromium chromium)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Every_component_is_accessible(string language)
    {
        await using var app = await Start();
        var page = await chromium.Window(app);
        await page.GotoAsync($"/style?lang={language}");
        await page.Look($"style-{language}");
    }

    [Fact]
    public async Task A_refused_form_shows_each_fault_beside_its_field_and_all_of_them_on_top()
    {
        await using var app = await Start();
        var page = await chromium.Window(app);
        var answer = await page.GotoAsync("/style?faults=true");
        Assert.Equal(422, answer!.Status);
        Assert.Equal("errors", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Locator("#errors a").First.ClickAsync();
        Assert.Equal("f-clause", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("true", await page.Locator("#f-clause").GetAttributeAsync("aria-invalid"));
        Assert.Contains("第八条", await page.Locator("#f-clause-e").TextContentAsync(), StringComparison.Ordinal);
        await page.Look("style-faults");
    }

    [Fact]
    public async Task Ticking_the_head_selects_the_page_and_counts_it()
    {
        await using var app = await Start();
        var page = await chromium.Window(app);
        await page.GotoAsync("/style");
        await page.Locator("[data-bulk-all]").CheckAsync();
        Assert.Equal("已选 4 条", await page.Locator("[data-bulk-count]").TextContentAsync());
    }

    [Fact]
    public async Task A_question_mark_lists_the_shortcuts()
    {
        await using var app = await Start();
        var page = await chromium.Window(app);
        await page.GotoAsync("/style");
        await page.Keyboard.PressAsync("?");
        await page.Locator("#keys").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible });
        await page.IsAccessible();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#keys").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await page.Keyboard.PressAsync("/");
        Assert.Equal("find", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Without_script_forms_are_sent_and_the_message_is_shown_once()
    {
        await using var app = await Start();
        var page = await chromium.Window(app, script: false);
        await page.GotoAsync("/style");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "保存草稿" }).ClickAsync();
        Assert.Equal(1, await page.GetByText("已收到").CountAsync());
        await page.ReloadAsync();
        Assert.Equal(0, await page.GetByText("已收到").CountAsync());
    }

    [Fact]
    public async Task The_menu_opens_on_a_phone_without_script()
    {
        await using var app = await Start();
        var page = await chromium.Window(app, Looking.Narrow, script: false);
        await page.GotoAsync("/style");
        await page.Locator(".q-menu").ClickAsync();
        await page.Locator("#nav").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible });
    }

    [Fact]
    public async Task Under_a_prefix_every_address_carries_it()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("李卫东", "市数据局", Roles.Authority), "--PathBase=/gov");
        var page = await chromium.Window(app);
        var missing = new List<string>();
        page.Response += (_, response) => { if (response.Status >= 400) missing.Add(response.Url); };
        await page.GotoAsync("/gov/style");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "保存草稿" }).ClickAsync();
        Assert.Equal("/gov/style", new Uri(page.Url).AbsolutePath);
        Assert.Empty(missing);
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('[href^=\"/\"],[action^=\"/\"]')].filter(e => !(e.getAttribute('href') || e.getAttribute('action')).startsWith('/gov/')).length"));
    }

    private static Task<TestApp> Start() => TestApp.Start(Engine.Sqlite, TestPerson.Of("李卫东", "市数据局", Roles.Authority));
}
