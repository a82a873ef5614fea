using Known = Qingdan.Standards.Contracts.Roles;

namespace Qingdan.Organizations.StandIns;

/// <summary>代理 for some days. It begins and ends by itself; what the deputy does stands under the deputy's own name.</summary>
internal sealed class StandIn
{
    /// <summary>The roles that can go over: those by which a unit acts. Never those of the city, nor of the three administrators.</summary>
    public static readonly string[] Possible = [Known.UnitHead, Known.Liaison, Known.Legal, Known.Secrecy];

    public long Id { get; init; }

    /// <summary>Who is away.</summary>
    public long PersonId { get; init; }

    public long DeputyId { get; init; }

    /// <summary>The first day in Shanghai.</summary>
    public DateOnly FromDay { get; init; }

    /// <summary>The last day in Shanghai.</summary>
    public DateOnly UntilDay { get; init; }

    /// <summary>Roles separated by commas.</summary>
    public required string Roles { get; init; }

    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }
    public long RecorderId { get; init; }
    public required string RecorderName { get; init; }

    /// <summary>When it was ended before its last day.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string EndedBy { get; set; } = "";

    /// <summary>The roles one by one.</summary>
    public string[] Given => Roles.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
