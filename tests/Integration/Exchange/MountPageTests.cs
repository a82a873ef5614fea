using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

public sealed class MountPageTests
{
    [Fact]
    public async Task The_pages_of_a_mount_answer_and_a_refused_form_keeps_what_was_typed()
    {
        await using var app = await TestApp.StartCity(Engine.Sqlite);
        await using var scope = app.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var (id, unit, resource) = (await store.Query("SELECT id, provider_id, resource_id FROM exchange_mounts ORDER BY id", r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)), default))[0];
        app.Person = TestPerson.Of("王敏", "示例单位", Roles.Liaison) with { UnitId = unit };
        foreach (var page in new[] { "/exchange/mounts", "/exchange/mounts?state=Failing", "/exchange/mounts?q=没有", $"/exchange/mounts/{id}", $"/exchange/mounts/{id}/edit", "/exchange/mounts/new", $"/exchange/mounts/new?resource={resource}" })
        {
            using var answer = await app.Http.GetAsync(page);
            Assert.True(answer.IsSuccessStatusCode, $"{page}: {answer.StatusCode}");
            Assert.DoesNotContain("not-a-real-key", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var refused = await app.Post($"/exchange/mounts/{id}/edit", [new("edit", "1"), new("name", "改个名字"), new("address", "ftp://x"), new("parameter-0", "kept-parameter")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync();
        Assert.Contains("改个名字", html, StringComparison.Ordinal);
        Assert.Contains("kept-parameter", html, StringComparison.Ordinal);
        using var tried = await app.Post($"/exchange/mounts/{id}", [new("edit", "1")], $"/exchange/mounts/{id}/trial");
        Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
        Assert.Contains("试调没有成功", await tried.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_see_neither_mounts_nor_hosts()
    {
        await using var app = await TestApp.StartCity(Engine.Sqlite);
        await using var scope = app.Scope();
        var id = (await scope.ServiceProvider.GetRequiredService<Store>().Query("SELECT id FROM exchange_mounts", r => r.GetInt64(0), default))[0];
        app.Person = TestPerson.Of("别人", "别的单位", Roles.Liaison) with { UnitId = 999 };
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync($"/exchange/mounts/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Http.GetAsync("/exchange/hosts")).StatusCode);
        app.Person = TestPerson.Of("管理员", "市大数据中心", Roles.SystemAdmin);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/exchange/hosts")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Http.GetAsync("/exchange/mounts")).StatusCode);
        using var refused = await app.Post("/exchange/hosts", [new("host", "http://x"), new("why", "理由仍在")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("理由仍在", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_mounts_by_the_API_with_the_version_it_read()
    {
        await using var app = await TestApp.StartCity(Engine.Sqlite);
        app.Person = TestPerson.Of("数据中心", "市大数据中心", Roles.DataCentre);
        var rows = (await app.Http.GetFromJsonAsync<JsonElement>("/api/v1/exchange/mounts?limit=2")).GetProperty("items");
        Assert.Equal(2, rows.GetArrayLength());
        var (id, unit) = (rows[0].GetProperty("id").GetInt64(), rows[0].GetProperty("providerId").GetInt64());
        app.Person = TestPerson.Of("王敏", "示例单位", Roles.Liaison) with { UnitId = unit };
        using var one = await app.Http.GetAsync($"/api/v1/exchange/mounts/{id}");
        Assert.Equal("\"1\"", one.Headers.ETag!.Tag);
        Assert.DoesNotContain("not-a-real-key", await one.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var without = await app.Http.PutAsync($"/api/v1/exchange/mounts/{id}/service", null);
        Assert.Equal("exchange.mount.if-match", (await without.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        using var order = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/exchange/mounts/{id}/service");
        order.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var untried = await app.Http.SendAsync(order);
        Assert.Equal("exchange.mount.untried", (await untried.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }
}
