using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Web;

/// <summary>Bodies that lack what is owed: told by the field, never a bug.</summary>
public sealed partial class BodyTests
{
    [Theory]
    [InlineData("/api/v1/workflow/cases/1/supply", """{"way":"Service"}""", "where")]
    [InlineData("/api/v1/workflow/cases/1/supply", """{"where":"接口"}""", "way")]
    [InlineData("/api/v1/lists/demands/1/check", """{"opinion":"同意"}""", "agrees")]
    [InlineData("/api/v1/workflow/cases/1/answer", """{"items":[{"itemId":1,"verdict":"Agree"},{"itemId":2}]}""", "items[1].verdict")]
    public async Task What_is_absent_is_named(string address, string body, string field)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, Everybody);
        using var answer = await app.Http.SendAsync(new HttpRequestMessage(address.EndsWith("answer", StringComparison.Ordinal) ? HttpMethod.Put : HttpMethod.Post, address) { Content = Json(body), Headers = { { "If-Match", "\"1\"" } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("api.body.field.missing", field), (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_bad_request()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, Everybody);
        foreach (var body in new[] { "{", "[]", """{"way":null,"where":"接口"}""", """{"way":7,"where":"接口"}""" })
            Assert.Equal(HttpStatusCode.BadRequest, (await app.Http.PostAsync("/api/v1/workflow/cases/1/supply", Json(body))).StatusCode);
    }

    [Fact]
    public async Task An_empty_object_is_a_bug_nowhere()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, Everybody);
        using var served = JsonDocument.Parse(await app.Http.GetStringAsync("/openapi/v1.json"));
        var broken = new List<string>();
        foreach (var path in served.RootElement.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject().Where(o => o.Value.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out _)))
            {
                using var request = new HttpRequestMessage(HttpMethod.Parse(operation.Name), Parameter().Replace(path.Name, "1")) { Content = Json("{}"), Headers = { { "If-Match", "\"1\"" } } };
                using var answer = await app.Http.SendAsync(request);
                if (answer.StatusCode >= HttpStatusCode.InternalServerError) broken.Add($"{operation.Name} {path.Name} {(int)answer.StatusCode}");
            }
        Assert.Equal([], broken);
    }

    private static Actor Everybody { get; } = new(1, "王敏", 1, "单位", new HashSet<string>([.. Roles.Business, Roles.SystemAdmin, Roles.SecurityAdmin]));

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
