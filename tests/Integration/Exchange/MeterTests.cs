using System.Collections.Concurrent;
using System.Text;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Qingdan.Tests.Support.Killing;
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
        await using var provider = await ProviderDouble.Start();
        provider.Answers = http => ProviderDouble.Json(http, """{"data":{"list":[{"a":"甲","b":"310101199001011234"}]}}""");
        await using var services = await TestServices.CreateCity(Engine.Sqlite);
        services.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        var ground = new GatewayGround(services.Scope, services.Clock);
        await ground.Lay(provider.Address);
        // A process of its own: what listens to figures hears those of all programs in one.
        await using var program = ServedProgram.Start(services.Options, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "100"));
        await program.TakeToken(ground);
        (await program.Http.GetAsync($"/gateway/{ground.MountId}?secret=1")).Dispose();
        for (var until = Environment.TickCount64 + 20_000; Environment.TickCount64 < until && !sent.Any(s => s.Body.Contains("exchange.item.not-granted", StringComparison.Ordinal)); await Task.Delay(50))
        {
            // The reader sends by the machine's clock.
        }
        var told = sent.Last(s => s.Body.Contains("exchange.item.not-granted", StringComparison.Ordinal));
        Assert.Equal("/v1/metrics", told.Path);
        Assert.All(new[] { "qingdan.exchange.calls", "qingdan.exchange.duration", "Answered", "kestrel", "dotnet.gc" }, name => Assert.Contains(name, told.Body, StringComparison.Ordinal));
    }
}
