using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Demo;
using Qingdan.Organizations.People;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Organizations;

public sealed class PageTests
{
    [Fact]
    public async Task A_person_signs_in_sees_the_own_unit_s_people_only_and_signs_out()
    {
        await using var app = await Start();
        await app.SignIn("minzheng", DemoPeople.Password);
        Assert.Equal(HttpStatusCode.OK, await Status(app, $"/people/{await IdOf(app, "minzheng-head")}"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(app, $"/people/{await IdOf(app, "gongan")}"));
        var people = await app.Http.GetStringAsync("/people");
        Assert.Contains("赵国安", people, StringComparison.Ordinal);
        Assert.DoesNotContain("何志强", people, StringComparison.Ordinal);
        using (var left = await app.Post("/account", [], "/sign-out")) Assert.Equal(HttpStatusCode.Found, left.StatusCode);
        Assert.Equal(HttpStatusCode.Found, await Status(app, "/people"));
    }

    [Fact]
    public async Task Pages_are_open_by_role()
    {
        await using var app = await Start();
        foreach (var (name, path, status) in new[]
        {
            ("minzheng", "/organizations/new", HttpStatusCode.Forbidden), ("minzheng", "/organizations/merges", HttpStatusCode.Forbidden),
            ("minzheng", "/people/new", HttpStatusCode.Forbidden), ("minzheng", "/organizations", HttpStatusCode.OK),
            ("authority", "/organizations/merges", HttpStatusCode.OK), ("authority", "/people/new", HttpStatusCode.Forbidden),
            ("secadmin", "/people/new", HttpStatusCode.Forbidden), ("secadmin", "/organizations", HttpStatusCode.Forbidden),
            ("sysadmin", "/organizations/new", HttpStatusCode.OK), ("sysadmin", "/organizations/merges", HttpStatusCode.Forbidden),
        })
        {
            await app.SignIn(name, DemoPeople.Password);
            Assert.Equal((name, path, status), (name, path, await Status(app, path)));
        }
    }

    [Fact]
    public async Task The_system_administrator_opens_an_account_whose_password_must_be_changed_before_anything_else()
    {
        await using var app = await Start();
        await app.SignIn("sysadmin", DemoPeople.Password);
        using var made = await app.Post("/people/new", Fields(("signInName", "xinren"), ("fullName", "新人"), ("unit", "市民政局")));
        var page = await made.Content.ReadAsStringAsync();
        var password = System.Text.RegularExpressions.Regex.Match(page, "<dd class=\"q-code\">(?<p>[A-Za-z0-9]{16})</dd>").Groups["p"].Value;
        using (var granted = await app.Post("/people/new", Fields(("roles", "liaison")), $"/people/{await IdOf(app, "xinren")}/roles")) Assert.Equal(HttpStatusCode.Forbidden, granted.StatusCode);

        await app.SignIn("xinren", password);
        Assert.Equal("/account/password", (await Go(app, "/organizations")).Headers.Location!.OriginalString);
        using var changed = await app.Post("/account/password", Fields(("present", password), ("wanted", "Xinmima-2026"), ("again", "Xinmima-2026")));
        Assert.Equal("/", changed.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(app, "/organizations"));
    }

    [Fact]
    public async Task Of_two_people_saving_one_unit_the_second_sees_both_values_and_chooses()
    {
        await using var app = await Start();
        await app.SignIn("authority", DemoPeople.Password);
        var id = await UnitOf(app, "市统计局");
        var edit = $"/organizations/{id}/edit";
        (string, string)[] same = [("name", "示例市统计局"), ("kind", "CityDepartment"), ("level", "City"), ("uscc", ""), ("code", "")];
        using (var first = await app.Post(edit, Fields([("version", "1"), ("shortName", "统计局甲"), .. same]))) Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        using var second = await app.Post(edit, Fields([("version", "1"), ("shortName", "统计局乙"), .. same]));
        var page = await second.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("统计局甲", page, StringComparison.Ordinal);
        Assert.Contains("统计局乙", page, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"2\"", page, StringComparison.Ordinal);
        using var chosen = await app.Post(edit, Fields([("version", "2"), ("shortName", "统计局乙"), .. same]));
        Assert.Equal(HttpStatusCode.Found, chosen.StatusCode);
        Assert.Equal(id, await UnitOf(app, "统计局乙"));
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_names_the_check_digit_expected()
    {
        await using var app = await Start();
        await app.SignIn("authority", DemoPeople.Password);
        using var refused = await app.Post("/organizations/new", Fields(("name", "示例市体育局"), ("kind", "CityDepartment"), ("level", "City"), ("code", "009992164")));
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"示例市体育局\"", page, StringComparison.Ordinal);
        Assert.Contains("校验码应为", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_of_a_disabled_person_end_within_a_minute()
    {
        await using var app = await Start();
        await app.SignIn("minzheng", DemoPeople.Password);
        var id = await IdOf(app, "minzheng");
        await using (var scope = app.Scope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<SetPersonState>().Run(id, PersonState.Disabled, DirectoryTests.Someone, default)).Ok);
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Found, await Status(app, "/organizations"));
    }

    [Fact]
    public async Task A_role_taken_is_gone_within_a_minute_and_the_session_goes_on()
    {
        await using var app = await Start();
        await app.SignIn("authority", DemoPeople.Password);
        Assert.Equal(HttpStatusCode.OK, await Status(app, "/organizations/merges"));
        var id = await IdOf(app, "authority");
        await using (var scope = app.Scope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<GrantRoles>().Run(id, ["liaison"], PeopleTests.SecurityAdmin, default)).Ok);
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(app, "/organizations/merges"));
        Assert.Equal(HttpStatusCode.OK, await Status(app, "/organizations"));
    }

    [Fact]
    public async Task A_program_signs_in_reads_units_by_page_and_is_spared_what_has_not_changed()
    {
        await using var app = await Start();
        using (var refused = await app.Http.PostAsync("/api/v1/session", Json("""{"name":"authority","password":"wrong"}"""))) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(app, "/api/v1/organizations"));
        using (var session = await app.Http.PostAsync("/api/v1/session", Json($$"""{"name":"authority","password":"{{DemoPeople.Password}}"}"""))) Assert.Equal(HttpStatusCode.OK, session.StatusCode);
        using var first = await app.Http.GetAsync("/api/v1/organizations?limit=30");
        var body = System.Text.Json.JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(30, body.GetProperty("items").GetArrayLength());
        var rest = System.Text.Json.JsonDocument.Parse(await app.Http.GetStringAsync($"/api/v1/organizations?limit=30&after={body.GetProperty("next").GetInt64()}")).RootElement;
        Assert.Equal(DemoUnits.All.Count + DemoUnits.AsWritten.Length - 30, rest.GetProperty("items").GetArrayLength());
        Assert.False(rest.TryGetProperty("next", out _));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/organizations?limit=30");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await app.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Twenty_failures_close_the_door_to_an_address_for_a_while()
    {
        await using var app = await Start();
        for (var i = 0; i < 20; i++) using (await app.Http.PostAsync("/api/v1/session", Json($$"""{"name":"nobody{{i}}","password":"x"}"""))) { }
        using var answer = await app.Http.PostAsync("/api/v1/session", Json($$"""{"name":"authority","password":"{{DemoPeople.Password}}"}"""));
        Assert.Contains("organizations.sign-in.too-many", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/organizations?kind=Judicial", "/organizations?kind=Judicial")]
    public async Task After_signing_in_one_is_led_to_our_own_pages_only(string wanted, string to)
    {
        await using var app = await Start();
        using var answer = await app.Post("/sign-in", Fields(("name", "authority"), ("password", DemoPeople.Password), ("return", wanted)));
        Assert.Equal(to, answer.Headers.Location!.OriginalString);
    }

    private static async Task<TestApp> Start()
    {
        var app = await TestApp.Start(Engine.Sqlite);
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetServices<IDemoPart>().OfType<OrganizationsDemo>().Single().Load(TextWriter.Null, default);
        return app;
    }

    private static KeyValuePair<string, string>[] Fields(params (string Name, string Value)[] fields) => [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private static Task<HttpResponseMessage> Go(TestApp app, string path) => app.Http.GetAsync(path);

    private static async Task<HttpStatusCode> Status(TestApp app, string path)
    {
        using var answer = await app.Http.GetAsync(path);
        return answer.StatusCode;
    }

    private static async Task<long> IdOf(TestApp app, string name)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<Store>().Set<Person>().Where(p => p.SignInKey == name).Select(p => p.Id).SingleAsync();
    }

    private static async Task<long> UnitOf(TestApp app, string name)
    {
        await using var scope = app.Scope();
        return (await scope.ServiceProvider.GetRequiredService<IOrganizationDirectory>().Tree(default)).Resolve(name)!.Value;
    }
}
