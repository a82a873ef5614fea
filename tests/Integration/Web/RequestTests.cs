using System.Net;
using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Web;

public sealed class RequestTests
{
    [Fact]
    public async Task A_bug_reaches_a_person_as_a_number_and_nothing_else()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, "--environment=Development");
        using var answer = await app.Http.GetAsync(TestApp.BugPath);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Matches("E-20261123-[0-9A-F]{6}", page);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_its_failures_as_problems()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        using var bug = JsonDocument.Parse(await (await app.Http.GetAsync($"/api{TestApp.BugPath}")).Content.ReadAsStringAsync());
        Assert.Equal("http.500", bug.RootElement.GetProperty("code").GetString());
        Assert.StartsWith("E-20261123-", bug.RootElement.GetProperty("incident").GetString(), StringComparison.Ordinal);
        using var nothing = await app.Http.GetAsync("/api/v1/nothing");
        Assert.Equal("application/problem+json", nothing.Content.Headers.ContentType!.MediaType);
    }

    [Theory, Engines]
    public async Task What_no_store_keeps_in_a_text_and_days_beyond_the_calendar_are_no_bug(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("审计员", "市审计局", Roles.Auditor, Roles.Liaison));
        foreach (var path in new[] { "/audit?to=9999-12-31", "/audit?from=0001-01-01", "/audit/export.csv?to=9999-12-31" }) Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync(path)).StatusCode);
        Assert.True((await app.Http.GetAsync("/audit?q=a%00b")).StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest);
        using var body = new StringContent("{\"name\":\"a\\u0000b\"}", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Http.PostAsync("/api/v1/lists/demands", body)).StatusCode);
    }

    [Fact]
    public async Task Every_answer_forbids_inline_script_and_frames()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        foreach (var path in new[] { "/nothing", TestApp.BugPath, "/favicon.svg", "/health" })
        {
            using var answer = await app.Http.GetAsync(path);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, "--environment=Development");
        using var empty = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Http.PostAsync("/style", empty)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await app.Post("/style", [])).StatusCode);
    }

    [Fact]
    public async Task More_than_the_limit_is_refused_as_too_large()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, "--environment=Development");
        using var answer = await app.Post("/style", [KeyValuePair.Create("text", new string('a', 5 * 1024 * 1024))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_back_to_the_page()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        using var answer = await app.Http.GetAsync("/style?tab=2");
        Assert.Equal("/sign-in?return=%2Fstyle%3Ftab%3D2", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_language_chosen_once_stays()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        Assert.Contains("lang=\"zh-CN\"", await Body("/nothing"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await Body("/nothing?lang=en"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await Body("/other"), StringComparison.Ordinal);

        async Task<string> Body(string path) => await (await app.Http.GetAsync(path)).Content.ReadAsStringAsync();
    }

    [Fact]
    public async Task A_file_with_a_version_is_kept_for_ever_and_any_other_is_asked_for_anew()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        Assert.Equal(TimeSpan.FromDays(365), (await app.Http.GetAsync("/css/base.css?v=1")).Headers.CacheControl!.MaxAge);
        Assert.True((await app.Http.GetAsync("/css/base.css")).Headers.CacheControl!.NoCache);
    }

    [Theory]
    [InlineData(Roles.SystemAdmin, false)]
    [InlineData(Roles.Liaison, true)]
    public async Task The_search_of_the_catalogue_is_offered_to_those_who_may_use_it(string role, bool offered)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("某人", "市数据局", role));
        Assert.Equal(offered, (await app.Http.GetStringAsync("/style")).Contains("id=\"find\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/openapi/v1.json", "3.1")]
    [InlineData("/openapi/v1-3.0.json", "3.0")]
    public async Task The_API_is_described_for_new_tools_and_old(string path, string version)
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        using var document = JsonDocument.Parse(await app.Http.GetStringAsync(path));
        Assert.StartsWith(version, document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_program_is_healthy_and_keeps_its_keys_in_the_store(Engine engine)
    {
        await using var app = await TestApp.Start(engine, "--environment=Development");
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/health")).StatusCode);
        await app.Http.GetStringAsync("/style");
        await using var scope = app.Scope();
        var store = (Store)scope.ServiceProvider.GetService(typeof(Store))!;
        Assert.Equal([1L], await store.Query("SELECT COUNT(*) FROM platform_keys", r => r.GetInt64(0), default));
    }
}
