using System.Collections.Concurrent;
using System.Text;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>Figures for whatever watches the machines (OTLP).</summary>
public sealed class MeterTests
{
    [Fact]
    public async Task A_collector_that_is_named_gets_the_calls_by_how_they_ended()
    {
        var sent = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await ProviderDouble.Start();
        collector.Answers = async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            sent.Enqueue((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        };
        await using var world = await GatewayWorld.Open(Engine.Sqlite, $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "--OTEL_METRIC_EXPORT_INTERVAL=100");
        await world.CallUntil(200);
        (await world.Call(await world.Token(), "?secret=1")).Dispose();
        for (var until = Environment.TickCount64 + 10_000; Environment.TickCount64 < until && !sent.Any(s => s.Body.Contains("exchange.item.not-granted", StringComparison.Ordinal)); await Task.Delay(50))
        {
            // The reader sends by the machine's clock.
        }
        var told = sent.Last(s => s.Body.Contains("exchange.item.not-granted", StringComparison.Ordinal));
        Assert.Equal("/v1/metrics", told.Path);
        Assert.All(new[] { "qingdan.exchange.calls", "qingdan.exchange.duration", "Answered", "kestrel", "dotnet.gc" }, name => Assert.Contains(name, told.Body, StringComparison.Ordinal));
    }
}
