using System.Net.Sockets;
using System.Text;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>Requests that no honest client writes: smuggled ones, and tricks with headers and paths. None reaches the provider, and none is answered as another's.</summary>
public sealed class RawCallTests
{
    [Theory, Engines]
    public async Task Tricks_do_not_reach_the_provider(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var (token, way, questions) = (await world.Token(), $"/gateway/{world.Ground.MountId}", world.Provider.Questions.Count);
        foreach (var (trick, expected) in Tricks(way, token))
        {
            var said = await Send(world, trick);
            Assert.True(said.StartsWith($"HTTP/1.1 {expected} ", StringComparison.Ordinal), $"{trick}\n---\n{said}");
        }
        Assert.Equal(questions, world.Provider.Questions.Count);
        // What was read as a call and refused stands in the log.
        Assert.Contains(await world.Logged(CallResult.Refused, 3), l => l.Reason == "exchange.request.malformed");
    }

    [Theory, Engines]
    public async Task A_call_hidden_behind_another_is_a_call_of_its_own(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var (token, way) = (await world.Token(), $"/gateway/{world.Ground.MountId}");
        // The second has no token: that of the first does not count for it.
        var said = await Send(world, $"GET {way} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\nGET {way}?secret=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        Assert.Contains("HTTP/1.1 200 ", said, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 401 ", said, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Nothing_of_the_callers_headers_reaches_the_provider(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        await Send(world, $"GET /gateway/{world.Ground.MountId} HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer {await world.Token()}\r\nX-Api-Key: mine\r\nX-Forwarded-For: 10.1.2.3\r\nX-Forwarded-Host: evil\r\nForwarded: for=10.1.2.3\r\nVia: 1.1 evil\r\nTE: trailers\r\nRange: bytes=0-1\r\nIf-None-Match: *\r\nMax-Forwards: 0\r\nExpect: 100-continue\r\nConnection: close, X-Api-Key, Accept\r\n\r\n");
        var headers = world.Provider.Questions.Last().Headers;
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "X-Api-Key"], headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("upstream-secret", headers["X-Api-Key"]);
        Assert.StartsWith("127.0.0.1", headers["Host"], StringComparison.Ordinal);
    }

    private static IEnumerable<(string Request, int Status)> Tricks(string way, string token)
    {
        string Get(string target, string more = "", string body = "") => $"GET {target} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n{more}\r\n{body}";
        yield return (Get(way, "Content-Length: 5\r\n", "GET /"), 400);
        yield return (Get(way, "Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400);
        yield return (Get(way, "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400);
        yield return (Get(way, "Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"), 400);
        yield return (Get(way, "Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), 400);
        yield return (Get(way, "Content-Length: 5\r\nContent-Length: 6\r\n", "GET / "), 400);
        yield return (Get(way, "Content-Length: +5\r\n", "GET /"), 400);
        yield return (Get(way, " folded: 1\r\n"), 400);
        yield return (Get(way, "Host: y\r\n"), 400);
        yield return (Get(way, "Authorization: Bearer x\r\n"), 401);
        yield return (Get(way, "Upgrade: websocket\r\n").Replace("Connection: close", "Connection: Upgrade, close", StringComparison.Ordinal), 400);
        yield return (Get(way, "Exchange-Grant: SQ-1\r\n"), 403);
        yield return (Get($"{way}/../1"), 404);
        yield return (Get($"{way}%00"), 400);
        yield return (Get($"{way}%2f..%2f1"), 404);
        yield return (Get($"{way};name=1"), 404);
        yield return (Get($"{way}?name=1%00&name=2"), 400);
        yield return (Get(way).Replace("GET ", "HEAD ", StringComparison.Ordinal), 400);
        yield return (Get(way).Replace("GET ", "TRACE ", StringComparison.Ordinal), 400);
        yield return ($"CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: 127.0.0.1:80\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n\r\n", 405);
        yield return (Get(way).Replace("HTTP/1.1", "HTTP/3.7", StringComparison.Ordinal), 505);
    }

    private static async Task<string> Send(GatewayWorld world, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(world.App.BaseAddress.Host, world.App.BaseAddress.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        // The last request of each text asks for the connection to be closed.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var said = new MemoryStream();
        await stream.CopyToAsync(said, patience.Token);
        return Encoding.UTF8.GetString(said.ToArray());
    }
}
