namespace Qingdan.Exchange.Mounts.Upstream;

/// <summary>A host that may be called although it is at an inner address.</summary>
internal sealed class AllowedHost
{
    public long Id { get; init; }

    /// <summary>Name or address as mounts write it, lower case, without port.</summary>
    public required string Host { get; init; }

    public string Why { get; init; } = "";
    public string Person { get; init; } = "";
    public DateTimeOffset At { get; init; }
}
