using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Web;

/// <summary>What a program sends again under one Idempotency-Key is done once.</summary>
public sealed class IdempotencyTests
{
    private const string Demands = "/api/v1/lists/demands";

    [Theory, Engines]
    public async Task A_request_sent_again_is_done_once_and_answered_as_the_first_time(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("李四", "市民政局", Roles.Liaison));
        using var first = await Send(app, "k-1", "婚姻登记");
        using var again = await Send(app, "k-1", "婚姻登记");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal((first.Headers.Location, await first.Content.ReadAsStringAsync()), (again.Headers.Location, await again.Content.ReadAsStringAsync()));
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotency-Replayed")));
        Assert.Equal(1, await Count(app));
        using var other = await Send(app, "k-2", "婚姻登记");
        Assert.Equal(2, await Count(app));
    }

    [Theory, Engines]
    public async Task A_key_belongs_to_one_person_and_one_request_for_a_day(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("李四", "市民政局", Roles.Liaison));
        using var first = await Send(app, "k-1", "婚姻登记");
        Assert.Equal("api.idempotency.other-request", await Code(await Send(app, "k-1", "收养登记")));
        Assert.Equal("api.idempotency.key", await Code(await Send(app, new string('k', 101), "收养登记")));
        app.Person = app.Person! with { PersonId = app.Person.PersonId + 1 };
        using var neighbour = await Send(app, "k-1", "收养登记");
        Assert.Equal(HttpStatusCode.Created, neighbour.StatusCode);
        app.Clock.Advance(TimeSpan.FromHours(25));
        using var nextDay = await Send(app, "k-1", "殡葬服务");
        Assert.Equal((HttpStatusCode.Created, 3L), (nextDay.StatusCode, await Count(app)));
    }

    [Theory, Engines]
    public async Task A_refusal_is_kept_and_a_request_that_still_runs_or_broke_off_is_not_run_again(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("李四", "市民政局", Roles.Liaison));
        Assert.Equal("lists.demand.name.required", await Code(await Send(app, "k-1", "")));
        Assert.Equal("lists.demand.name.required", await Code(await Send(app, "k-1", "")));
        await using (var scope = app.Scope())
            await ((Store)scope.ServiceProvider.GetService(typeof(Store))!).Execute("UPDATE platform_idempotency SET status = 0", default);
        Assert.Equal("api.idempotency.running", await Code(await Send(app, "k-1", "")));
        Assert.Equal(0, await Count(app));
    }

    [Theory, Engines]
    public async Task Of_a_file_the_content_counts_and_not_how_it_is_packed(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("中心", "市大数据中心", Roles.DataCentre));
        using var first = await Upload(app, "k-1", "目录名称,提供单位\n婚姻登记,市民政局\n");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        using var again = await Upload(app, "k-1", "目录名称,提供单位\n婚姻登记,市民政局\n");
        Assert.Equal(("true", first.Headers.Location), (Assert.Single(again.Headers.GetValues("Idempotency-Replayed")), again.Headers.Location));
        Assert.Equal("api.idempotency.other-request", await Code(await Upload(app, "k-1", "目录名称,提供单位\n收养登记,市民政局\n")));
    }

    // Who got no answer still needs the version for the next change.
    [Theory, Engines]
    public async Task The_version_is_answered_again(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("李四", "市民政局", Roles.Liaison));
        using var made = await Send(app, "k-1", "婚姻登记");
        using var first = await Attach();
        using var again = await Attach();
        Assert.Equal(("\"2\"", "\"2\"", "true"), (first.Headers.ETag?.Tag, again.Headers.ETag?.Tag, Assert.Single(again.Headers.GetValues("Idempotency-Replayed"))));

        Task<HttpResponseMessage> Attach()
        {
            var form = new MultipartFormDataContent { { new StringContent("Basis"), "kind" }, { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "依据.pdf" } };
            var request = new HttpRequestMessage(HttpMethod.Post, $"{made.Headers.Location}/files") { Content = form };
            request.Headers.Add("Idempotency-Key", "k-2");
            return app.Http.SendAsync(request);
        }
    }

    [Theory, Engines]
    public async Task What_is_older_than_a_day_is_removed_once_a_minute_and_not_by_each_request(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("李四", "市民政局", Roles.Liaison));
        using var first = await Send(app, "k-1", "婚姻登记");
        await Age();
        using var second = await Send(app, "k-2", "收养登记");
        Assert.Equal(2, await Kept(app));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        using var third = await Send(app, "k-3", "殡葬服务");
        Assert.Equal(2, await Kept(app));

        async Task Age()
        {
            await using var scope = app.Scope();
            await ((Store)scope.ServiceProvider.GetService(typeof(Store))!).Execute("UPDATE platform_idempotency SET at = 0", default);
        }
    }

    private static async Task<long> Kept(TestApp app)
    {
        await using var scope = app.Scope();
        return (await ((Store)scope.ServiceProvider.GetService(typeof(Store))!).Query("SELECT count(*) FROM platform_idempotency", r => r.GetInt64(0), default))[0];
    }

    // Each form draws a boundary of its own.
    private static Task<HttpResponseMessage> Upload(TestApp app, string key, string csv)
    {
        var form = new MultipartFormDataContent { { new StringContent("draft"), "target" }, { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(csv)), "file", "目录.csv" } };
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports") { Content = form };
        request.Headers.Add("Idempotency-Key", key);
        return app.Http.SendAsync(request);
    }

    [Fact]
    public async Task A_bug_is_not_kept()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("李四", "市民政局", Roles.Liaison));
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api{TestApp.BugPath}");
            request.Headers.Add("Idempotency-Key", "k-1");
            using var answer = await app.Http.SendAsync(request);
            Assert.Equal((HttpStatusCode.InternalServerError, false), (answer.StatusCode, answer.Headers.Contains("Idempotency-Replayed")));
        }
    }

    private static Task<HttpResponseMessage> Send(TestApp app, string key, string name)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Demands) { Content = JsonContent.Create(new { name }) };
        request.Headers.Add("Idempotency-Key", key);
        return app.Http.SendAsync(request);
    }

    private static async Task<string?> Code(HttpResponseMessage answer)
    {
        using (answer) return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    private static async Task<long> Count(TestApp app)
    {
        await using var scope = app.Scope();
        return (await ((Store)scope.ServiceProvider.GetService(typeof(Store))!).Query("SELECT count(*) FROM lists_demands", r => r.GetInt64(0), default))[0];
    }
}
