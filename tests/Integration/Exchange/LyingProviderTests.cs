using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Mounts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>Providers that are slow, never end, or lie about what they send.</summary>
public sealed class LyingProviderTests
{
    private const string Secret = "绝不能出现", Json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n", Begun = Json + "\r\n{\"data\":{\"list\":[", Well = Begun + "]}}";

    private static readonly string Row = "{\"a\":\"" + new string('甲', 300) + "\",\"c\":{\"d\":\"" + Secret + "\"}},";

    private static readonly (string Code, Func<NetworkStream, CancellationToken, Task> Answer)[] Lies =
    [
        // Says less than it sends: what is beyond is never read.
        ("exchange.answer.truncated", RawProvider.Text(Json + "Content-Length: 20\r\n\r\n" + """{"data":{"list":[{"a":"甲"}]}}""")),
        ("exchange.provider.broken", RawProvider.Text(Json + "Content-Length: 2000\r\n\r\n" + """{"data":{"list":[{"a":"甲"}]}}""")),
        ("exchange.provider.broken", RawProvider.Text(Json + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + """{"data":{"list":[]}}""")),
        ("exchange.provider.unreachable", RawProvider.Text("SSH-2.0-OpenSSH\r\n")),
        ("exchange.provider.unreachable", RawProvider.Text("HTTP/1.1 200 OK\r\nX-Long: " + new string('x', 64 * 1024) + "\r\n\r\n{}")),
        ("exchange.provider.unreachable", (_, _) => Task.CompletedTask),
        ("exchange.provider.failed", RawProvider.Text($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n{Secret}")),
        // Never begins.
        ("exchange.provider.timeout", (_, cancel) => Task.Delay(TimeSpan.FromMinutes(1), cancel)),
        // Begins, and goes on byte by byte.
        ("exchange.provider.timeout", async (stream, cancel) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Begun), cancel);
            for (; ; await Task.Delay(100, cancel)) await stream.WriteAsync(new byte[] { 0x20 }, cancel);
        }),
    ];

    [Theory, Engines]
    public async Task A_lie_is_a_clear_problem_and_nothing_else(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine, "--Gateway:ProviderSeconds=1", "--Gateway:AnswerSeconds=2");
        await using var raw = new RawProvider { Answers = RawProvider.Text(Well) };
        await Move(world, raw.Address);
        var token = await world.Token();
        foreach (var (code, answer) in Lies)
        {
            raw.Answers = answer;
            using var got = await world.Call(token);
            var body = await got.Content.ReadAsStringAsync();
            Assert.Equal((code, "Provider"), (Text(body, "code"), Text(body, "side")));
            Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
            // So that the breaker stays closed.
            raw.Answers = RawProvider.Text(Well);
            for (var i = 0; i < 3; i++) using (var well = await world.Call(token)) Assert.Equal(200, (int)well.StatusCode);
        }
    }

    [Theory, Engines]
    public async Task A_gigabyte_is_cut_and_others_are_unharmed(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine, "--Gateway:AnswerMegabytes=8");
        await using var raw = new RawProvider { Answers = RawProvider.Text(Well) };
        await Move(world, raw.Address);
        var (token, sent) = (await world.Token(), 0L);
        raw.Answers = async (stream, cancel) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Begun), cancel);
            await Flood(stream, string.Concat(Enumerable.Repeat(Row, 60)), 18_000, cancel, n => sent += n);
        };
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var cut = await world.Call(token);
            await cut.Content.CopyToAsync(Stream.Null);
        });
        Assert.Equal("exchange.answer.too-long", Assert.Single(await world.Logged(CallResult.Cut, 1)).Reason);
        Assert.InRange(sent, 8L << 20, 64L << 20);
        raw.Answers = RawProvider.Text(Well);
        using var well = await world.Call(token);
        Assert.Equal(200, (int)well.StatusCode);
    }

    // The mount goes to another provider; the call after next knows it.
    private static async Task Move(GatewayWorld world, string address)
    {
        await world.With<Store, int>(async store =>
        {
            var mount = await store.Set<Mount>().SingleAsync(m => m.Id == world.Ground.MountId);
            mount.Address = address;
            await using var scope = world.App.Scope();
            mount.Touch(scope.ServiceProvider.GetRequiredService<IdSource>(), world.App.Clock);
            return await store.SaveChangesAsync();
        });
        await world.CallUntil(200);
        await Task.Delay(500);
    }

    private static async Task Flood(NetworkStream stream, string piece, int times, CancellationToken cancel, Action<int>? sent = null)
    {
        var bytes = Encoding.UTF8.GetBytes(piece);
        for (var i = 0; i < times; i++)
        {
            await stream.WriteAsync(bytes, cancel);
            sent?.Invoke(bytes.Length);
        }
    }

    private static string Text(string body, string name) => JsonDocument.Parse(body).RootElement.GetProperty(name).GetString() ?? "";
}
