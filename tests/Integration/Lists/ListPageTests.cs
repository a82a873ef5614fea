using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>The lists over HTTP, on the demo city.</summary>
public sealed class ListPageTests
{
    [Theory, Engines]
    public async Task Every_page_and_file_of_the_lists_answers(Engine engine)
    {
        await using var app = await City(engine, Roles.DataCentre);
        foreach (var address in new[]
        {
            "/lists/responsibilities", "/lists/responsibilities?tab=Candidate&select=all", "/lists/responsibilities?tab=Rejected&sort=-unit&q=信息&lang=en", "/lists/changes", "/lists/generation", "/findings?severity=Warning&page=2",
            "/lists/responsibilities/print", "/lists/responsibilities/new", "/lists/responsibilities/export?format=xlsx&view=print", "/lists/responsibilities/export?format=csv", "/lists/responsibilities/export?format=json",
            "/findings/export?format=csv", "/lists/generation/progress", "/api/v1/findings", "/api/v1/lists/responsibilities?tab=Candidate&limit=2",
        })
        {
            using var answer = await app.Http.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length < 100_000 || address.Contains("export", StringComparison.Ordinal) || address.Contains("print", StringComparison.Ordinal), $"{address} is over 100 KB");
        }
    }

    [Theory, Engines]
    public async Task A_program_reads_by_keyset_confirms_and_undoes(Engine engine)
    {
        await using var app = await City(engine, Roles.DataCentre);
        var first = await app.Http.GetFromJsonAsync<JsonElement>("/api/v1/lists/responsibilities?tab=Candidate&basis=stated&limit=2");
        var second = await app.Http.GetFromJsonAsync<JsonElement>($"/api/v1/lists/responsibilities?tab=Candidate&basis=stated&limit=2&after={first.GetProperty("next").GetInt64()}");
        long[] ids = [.. first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(i => i.GetProperty("id").GetInt64())];
        Assert.Equal(4, ids.Distinct().Count());
        using var confirmed = await app.Http.PostAsJsonAsync("/api/v1/lists/responsibilities/confirmations", new { Ids = ids });
        var done = await confirmed.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(4, done.GetProperty("count").GetInt64());
        using var undone = await app.Http.DeleteAsync($"/api/v1/lists/responsibilities/confirmations/{done.GetProperty("decisionId").GetInt64()}");
        Assert.Equal(4, (await undone.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt64());
        using var again = await app.Http.DeleteAsync($"/api/v1/lists/responsibilities/confirmations/{done.GetProperty("decisionId").GetInt64()}");
        Assert.Equal((HttpStatusCode.Conflict, "decision.undone"), (again.StatusCode, (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
    }

    [Theory, Engines]
    public async Task A_failed_generation_is_shown_and_can_be_begun_again(Engine engine)
    {
        await using var app = await TestApp.Start(engine, new Actor(1, "王敏", 1, "市大数据中心", new HashSet<string> { Roles.DataCentre }));
        await using (var scope = app.Scope())
        {
            var store = scope.ServiceProvider.GetRequiredService<Store>();
            store.Add(new Job { Id = 77, Kind = "lists.generate", Payload = "{}", Actor = "{}", State = JobState.Failed, Note = "处理时出错，没有做完。请把任务编号告诉系统管理员。" });
            await store.SaveChangesAsync();
        }
        Assert.Contains("任务编号 77", await app.Http.GetStringAsync("/lists/generation"), StringComparison.Ordinal);
        using var again = await app.Post("/lists/generation", []);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.DoesNotContain("任务编号 77", await app.Http.GetStringAsync("/lists/generation"), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Those_who_see_no_business_data_see_no_lists(Engine engine)
    {
        await using var app = await City(engine, Roles.SystemAdmin);
        foreach (var address in new[] { "/lists/responsibilities", "/lists/changes", "/findings", "/lists/generation", "/api/v1/lists/responsibilities", "/api/v1/findings" })
        {
            using var answer = await app.Http.GetAsync(address);
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect, $"{address}: {answer.StatusCode}");
        }
    }

    [Theory, Engines]
    public async Task An_auditor_looks_but_decides_nothing(Engine engine)
    {
        await using var app = await City(engine, Roles.Auditor);
        using var order = await app.Http.PostAsJsonAsync("/api/v1/lists/responsibilities/confirmations", new { Unit = 0 });
        Assert.Equal(HttpStatusCode.Forbidden, order.StatusCode);
        using var list = await app.Http.GetAsync("/lists/responsibilities?tab=Candidate");
        Assert.DoesNotContain("value=\"confirm\"", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<TestApp> City(Engine engine, string role)
    {
        var app = await TestApp.StartCity(engine);
        app.Person = new Actor(1, "王敏", 1, "市大数据中心", new HashSet<string> { role });
        return app;
    }
}
