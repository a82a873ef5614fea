using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Gateway;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Mounts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>The other ways to call: a question in the body, and 核验, which says yes or no and nothing else.</summary>
public sealed class CallWaysTests
{
    [Theory, Engines]
    public async Task A_question_in_the_body_goes_on_made_anew_of_its_values(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await ByPost(world);
        var (token, asked) = (await world.Token(), "");
        world.Provider.Answers = async http =>
        {
            using var body = new StreamReader(http.Request.Body);
            asked = $"{http.Request.Method} {http.Request.ContentType} {http.Request.ContentLength} {await body.ReadToEndAsync()}";
            await ProviderDouble.Json(http, """{"data":{"list":[{"a":"甲","x":"密"}]}}""");
        };
        Assert.Equal((200, """{"data":{"list":[{"a":"甲"}]}}"""), await Post(world, token, """ { "name" : "甲" } """));
        Assert.Equal("""POST application/json; charset=utf-8 28 {"name":"甲","version":"2"}""", asked);
        asked = "";
        foreach (var (code, body) in Wrong) Assert.Contains($"\"{code}\"", (await Post(world, token, body)).Body, StringComparison.Ordinal);
        Assert.Contains("exchange.request.malformed", (await Post(world, token, """{"name":"甲"}""", "text/plain")).Body, StringComparison.Ordinal);
        Assert.Contains("exchange.request.malformed", (await Post(world, token, """{"name":"甲"}""", query: "?name=1")).Body, StringComparison.Ordinal);
        Assert.Equal("", asked);
    }

    private static readonly (string Code, string Body)[] Wrong =
    [
        ("exchange.parameter.repeated", """{"name":"甲","name":"乙"}"""), ("exchange.parameter.repeated", """{"name":"甲","n\u0061me":"乙"}"""),
        ("exchange.item.not-granted", """{"secret":"1"}"""), ("exchange.parameter.unknown", """{"Name":"1"}"""), ("exchange.parameter.unknown", """{"version":"3"}"""),
        ("exchange.request.malformed", """{"name":{"$gt":""}}"""), ("exchange.request.malformed", """{"name":["甲"]}"""), ("exchange.request.malformed", """{"name":1}"""), ("exchange.request.malformed", """["name"]"""),
        ("exchange.request.malformed", """{"name":"甲"}{"name":"乙"}"""), ("exchange.request.malformed", """{"name":"\ud800"}"""), ("exchange.request.malformed", ""),
        ("exchange.request.too-large", $$"""{"name":"{{new string('x', 70_000)}}"}"""),
    ];

    [Theory, Engines]
    public async Task A_verification_says_whether_it_fits(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        var (first, second) = (world.Ground.Resource.Items[0].Id, world.Ground.Resource.Items[1].Id);
        await world.Change(g => g.Items = GrantedSet.Text([new(first, Disclosure.Verify), new(second, Disclosure.Verify)]));
        await world.CallUntil(400);
        var token = await world.Token();
        Assert.Equal("yes", await Match(world, token, $"?verify-{first}=甲&verify-{second}=310101199001011234"));
        Assert.Equal("no", await Match(world, token, $"?verify-{first}=甲&verify-{second}=310101198502022345"));
        world.Provider.Answers = http => ProviderDouble.Json(http, """{"data":{"list":[]}}""");
        Assert.Equal("none", await Match(world, token, $"?verify-{first}=甲&verify-{second}=1"));
        using var half = await world.Call(token, $"?verify-{first}=甲");
        Assert.Equal("exchange.parameter.missing", (await half.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        // A filter by an item that is only verified would find it out row by row: it is granted to be asked for, not to be read.
        var line = (await world.Logged(CallResult.Answered, 4))[^1];
        Assert.Equal((0, "{\"match\":\"none\"}".Length), (line.Rows, (int)line.Bytes));
    }

    private static async Task<string> Match(GatewayWorld world, string token, string query)
    {
        using var answer = await world.Call(token, query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Assert.Single((await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>())!).Value;
    }

    private static async Task ByPost(GatewayWorld world)
    {
        await world.With<Store, int>(async store =>
        {
            await using var scope = world.App.Scope();
            var mount = await store.Set<Mount>().SingleAsync(m => m.Id == world.Ground.MountId);
            mount.Method = MountMethod.Post;
            mount.Touch(scope.ServiceProvider.GetRequiredService<IdSource>(), world.App.Clock);
            return await store.SaveChangesAsync();
        });
        Assert.Equal(400, (await world.CallUntil(400)).Status);
    }

    private static async Task<(int Status, string Body)> Post(GatewayWorld world, string token, string json, string type = "application/json", string query = "")
    {
        using var content = new StringContent(json, Encoding.UTF8, type);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{GatewaySetup.Path}/{world.Ground.MountId}{query}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await world.App.Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
