using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>Whatever a provider does, the caller gets a clear problem and nothing that was not granted.</summary>
public sealed class BadProviderTests
{
    private const string Secret = "绝不能出现";

    // In the line of the status, where words of a provider may stand too.
    private const string Words = "ORA-00942 310101199001011234";

    private static readonly (string Code, RequestDelegate Answer)[] Kinds =
    [
        ("exchange.provider.failed", http => { http.Response.StatusCode = 500; http.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = Words; return Json(http, """{"error":"@"}"""); }),
        ("exchange.provider.rejected", http => { http.Response.StatusCode = 404; return Json(http, """{"error":"@"}"""); }),
        ("exchange.provider.redirect", http => { http.Response.Redirect($"http://169.254.169.254/{Uri.EscapeDataString(Secret)}"); return Task.CompletedTask; }),
        ("exchange.answer.encoded", http => { http.Response.Headers.ContentEncoding = "gzip"; return Json(http, "@"); }),
        ("exchange.answer.not-json-type", http => http.Response.WriteAsync(Secret)),
        ("exchange.answer.not-json", http => Json(http, """{"data":{"list":[{"a":@}]}}""")),
        ("exchange.answer.truncated", http => Json(http, """{"data":{"list":[{"a":"甲","x":"@" """)),
        ("exchange.answer.duplicate-name", http => Json(http, """{"data":{"list":[{"a":"甲","a":"@"}]}}""")),
        ("exchange.answer.too-deep", http => Json(http, $"{{\"data\":{{\"list\":[{{\"x\":{new string('[', 10_000)}{new string(']', 10_000)}}}]}}}}")),
        ("exchange.answer.rows-missing", http => Json(http, """{"daten":"@"}""")),
        ("exchange.provider.broken", http => { http.Response.ContentLength = 10_000; return Half(http); }),
        ("exchange.provider.unreachable", http => { http.Abort(); return Task.CompletedTask; }),
    ];

    [Theory, Engines]
    public async Task A_bad_answer_is_a_clear_problem(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var token = await world.Token();
        foreach (var (code, answer) in Kinds)
        {
            world.Provider.Answers = answer;
            using var got = await world.Call(token);
            var body = await got.Content.ReadAsStringAsync();
            var problem = JsonDocument.Parse(body).RootElement;
            Assert.Equal((code, "Provider"), (problem.GetProperty("code").GetString(), problem.GetProperty("side").GetString()));
            Assert.DoesNotContain(Secret, body + got.Headers, StringComparison.Ordinal);
            Assert.DoesNotContain("ORA", got.ReasonPhrase ?? "", StringComparison.Ordinal);
            // So that the breaker stays closed.
            world.Provider.Answers = http => ProviderDouble.Json(http, """{"data":{"list":[]}}""");
            for (var i = 0; i < 2; i++) using (var well = await world.Call(token)) Assert.Equal(200, (int)well.StatusCode);
        }
        var reasons = (await world.Logged(CallResult.ProviderFailed, Kinds.Length)).ConvertAll(l => l.Reason);
        Assert.Equal(Kinds.Select(k => k.Code), reasons);
    }

    [Theory, Engines]
    public async Task A_long_answer_streams_and_is_cut_where_it_breaks(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var token = await world.Token();
        var row = "{\"a\":\"" + new string('甲', 500) + "\",\"c\":{\"d\":\"" + Secret + "\"}},";
        world.Provider.Answers = async http =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"data":{"list":[""");
            for (var i = 0; i < 500; i++) await http.Response.WriteAsync(row);
            await http.Response.WriteAsync("""{"a":"乙"}]}}""");
        };
        using (var whole = await world.Call(token))
        {
            var text = await whole.Content.ReadAsStringAsync();
            Assert.Equal(501, JsonDocument.Parse(text).RootElement.GetProperty("data").GetProperty("list").GetArrayLength());
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        }
        world.Provider.Answers = async http =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"data":{"list":[""");
            for (var i = 0; i < 500; i++) await http.Response.WriteAsync(row);
            http.Abort();
        };
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var cut = await world.Call(token);
            await cut.Content.ReadAsStringAsync();
        });
        var cutLine = Assert.Single(await world.Logged(CallResult.Cut, 1));
        var begun = await world.Logged(CallResult.Begun, 2);
        Assert.Equal(2, begun.Count);
        Assert.Contains(await world.Logged(CallResult.Answered, 2), l => l.Sequence > begun[0].Sequence && l.Sequence < begun[1].Sequence && l.Rows == 501);
        Assert.True(cutLine.Sequence > begun[1].Sequence);
    }

    [Theory, Engines]
    public async Task After_many_failures_a_service_is_left_alone_and_others_are_not(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var token = await world.Token();
        world.Provider.Answers = http => { http.Response.StatusCode = 503; return Task.CompletedTask; };
        Assert.Equal("exchange.provider.paused", (await Codes(world, token))[^1]);
        Assert.True(world.Provider.Questions.Count < 30);
    }

    [Theory, Engines]
    public async Task What_can_never_be_read_is_left_alone_too(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        world.Provider.Answers = http => ProviderDouble.Json(http, "{");
        Assert.Equal("exchange.provider.paused", (await Codes(world, await world.Token()))[^1]);
    }

    [Theory, Engines]
    public async Task Questions_that_a_service_does_not_take_close_it_for_nobody(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var token = await world.Token();
        world.Provider.Answers = http => { http.Response.StatusCode = 404; return Task.CompletedTask; };
        Assert.Equal(["exchange.provider.rejected"], (await Codes(world, token)).Distinct());
        world.Provider.Answers = http =>
        {
            (http.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase, http.Response.Headers.LastModified) = (Words, "310101199001011234");
            return ProviderDouble.Json(http, """{"data":{"list":[]}}""");
        };
        using var well = await world.Call(token);
        Assert.Equal((200, "OK", false), ((int)well.StatusCode, well.ReasonPhrase, well.Content.Headers.Contains("Last-Modified")));
    }

    private static async Task<List<string>> Codes(GatewayWorld world, string token)
    {
        var codes = new List<string>();
        for (var i = 0; i < 30; i++)
        {
            using var got = await world.Call(token);
            codes.Add((await got.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!);
        }
        return codes;
    }

    // In the place of @ stands what must never leave.
    private static Task Json(HttpContext http, string json) => ProviderDouble.Json(http, json.Replace("@", Secret, StringComparison.Ordinal));

    private static async Task Half(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        await http.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes("""{"data":{"list":["""));
        // So that what was said so far has arrived.
        await Task.Delay(200);
        http.Abort();
    }
}
