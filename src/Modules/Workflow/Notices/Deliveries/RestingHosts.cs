using System.Collections.Concurrent;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>Hosts that could not be reached a moment ago: what else is for them waits without trying, so that one dead server does not hold up all other jobs.</summary>
internal sealed class RestingHosts(TimeProvider clock)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new();

    /// <summary>True while nothing is tried.</summary>
    public bool Rests(string host) => _until.TryGetValue(host, out var until) && clock.GetUtcNow() < until;

    /// <summary>The host could not be reached now.</summary>
    public void Fell(string host) => _until[host] = clock.GetUtcNow() + Rest;
}
