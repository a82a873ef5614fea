using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class OrganizationTests(Chromium chromium)
{

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Pages_of_units_people_account_and_audit_are_accessible(string language)
    {
        await using var app = await Demo();
        var page = await chromium.Window(app);
        await Look(page, $"/sign-in?lang={language}", "sign-in", language);
        await page.SignIn("authority");
        foreach (var (path, name) in new[] { ("/organizations", "organizations"), ("/organizations?state=proposed", "organizations-proposed"), ("/organizations/merges", "merges"), ("/account", "account"), ("/account/password", "password"), ("/audit", "audit") })
            await Look(page, path, name, language);
        await page.GotoAsync("/organizations?q=卫健委");
        await page.Locator("a.q-title").First.ClickAsync();
        await Look(page, page.Url, "organization", language);
        await page.Locator("a[href$='/edit']").ClickAsync();
        await Look(page, page.Url, "organization-edit", language);
        // Sealed, as every event is within a second: then it shows a digest of 64 characters.
        await using (var scope = app.Scope()) await scope.ServiceProvider.GetRequiredService<AuditSealer>().Seal(default);
        await page.GotoAsync("/audit?action=organizations.unit.created");
        await page.Locator("th a").First.ClickAsync();
        await Look(page, page.Url, "audit-event", language);
        await page.SignIn("sysadmin");
        await Look(page, "/people", "people", language);
        await page.Locator("a.q-title").First.ClickAsync();
        await Look(page, page.Url, "person", language);
        await page.SignIn("secadmin");
        await page.GotoAsync("/people?q=王敏");
        await page.Locator("a.q-title").First.ClickAsync();
        await Look(page, page.Url, "person-roles", language);
        await Look(page, "/signing-keys", "signing-keys", language);
    }

    [Fact]
    public async Task Without_script_two_names_are_merged_and_the_merge_is_undone()
    {
        await using var app = await Demo();
        var page = await chromium.Window(app, script: false);
        await page.SignIn("authority");
        await page.GotoAsync("/organizations/merges");
        await page.Locator("button[value=merge]").ClickAsync();
        Assert.Equal(0, await page.Locator("button[value=merge]").CountAsync());
        await page.Locator(".q-note button").ClickAsync();
        await page.GotoAsync("/organizations/merges");
        Assert.Equal(1, await page.Locator("button[value=merge]").CountAsync());
    }

    [Fact]
    public async Task Two_people_saving_one_unit_are_shown_side_by_side()
    {
        await using var app = await Demo();
        var (one, other) = (await chromium.Window(app), await chromium.Window(app));
        await one.SignIn("authority");
        await other.SignIn("data-centre");
        await one.GotoAsync("/organizations?q=市统计局");
        await one.Locator("a.q-title").First.ClickAsync();
        await one.Locator("a[href$='/edit']").ClickAsync();
        await other.GotoAsync(new Uri(one.Url).AbsolutePath);
        await one.Locator("[name=shortName]").FillAsync("统计局");
        await one.Locator("button.btn-primary").ClickAsync();
        await other.Locator("[name=shortName]").FillAsync("市统计");
        await other.Locator("[name=district]").FillAsync("");
        await other.Locator("button.btn-primary").ClickAsync();
        await other.Look("organization-conflict");
        await other.Locator("button.btn-primary").ClickAsync();
        Assert.Contains("市统计", await other.Locator("dl").First.TextContentAsync(), StringComparison.Ordinal);
    }

    private static async Task Look(IPage page, string address, string name, string language)
    {
        await page.GotoAsync(address);
        await page.Look($"{name}-{language}");
    }


    private static async Task<TestApp> Demo()
    {
        var app = await TestApp.Start(Engine.Sqlite);
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetServices<IDemoPart>().Single(p => p.Order == 10).Load(TextWriter.Null, default); // units and people
        return app;
    }
}
