using System.Diagnostics.Metrics;
using Qingdan.Exchange.Log;

namespace Qingdan.Exchange.Gateway;

/// <summary>Figures of the gateway for OpenTelemetry: meter <c>Qingdan.Exchange</c>.</summary>
internal sealed class CallMeter
{
    private readonly Counter<long> _calls;
    private readonly Histogram<double> _seconds;
    private readonly TimeProvider _clock;

    public CallMeter(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create("Qingdan.Exchange");
        _calls = meter.CreateCounter<long>("qingdan.exchange.calls", "{call}", "Calls, by how they ended.");
        _seconds = meter.CreateHistogram<double>("qingdan.exchange.duration", "s", "How long calls took.");
        _clock = clock;
    }

    /// <summary>Counts one that has ended.</summary>
    public void Count(CallStory story, CallEnd end)
    {
        var ended = end.Why == CallRefusal.None ? nameof(CallResult.Answered) : RefusalKind.CodeOf(end.Why);
        _calls.Add(1, new KeyValuePair<string, object?>("end", ended));
        _seconds.Record((_clock.GetUtcNow() - story.At).TotalSeconds);
    }
}
