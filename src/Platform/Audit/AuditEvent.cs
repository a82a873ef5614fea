namespace Qingdan.Platform.Audit;

/// <summary>One kind of event, from a module's catalogue: a stable code and its Chinese name.</summary>
public sealed record AuditAction(string Code, string Text);

/// <summary>How a value reads in events on subjects whose kind begins with <paramref name="Kind"/>: a member of an enum and its Chinese word.</summary>
public sealed record AuditWord(string Kind, string Value, string Text);

/// <summary>
/// Who did what to which thing, when and why, with the state before and after. Written in the transaction of the change;
/// <see cref="Seal"/> and <see cref="Digest"/> are added within a second by the sealer and chain all events.
/// </summary>
public sealed class AuditEvent
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who; 0 is the system.</summary>
    public long ActorId { get; init; }

    /// <summary>The name as it was then.</summary>
    public required string ActorName { get; init; }

    /// <summary>The actor's unit; 0 for the system.</summary>
    public long UnitId { get; init; }

    /// <summary>The unit's name as it was then.</summary>
    public string UnitName { get; init; } = "";

    /// <summary>What, an <see cref="AuditAction.Code"/>.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of thing: <c>catalog.resource</c>.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>Which thing.</summary>
    public long SubjectId { get; init; }

    /// <summary>Its name as it was then.</summary>
    public string SubjectName { get; init; } = "";

    /// <summary>State before, as JSON; null when it did not exist.</summary>
    public string? Before { get; init; }

    /// <summary>State after, as JSON.</summary>
    public string? After { get; init; }

    /// <summary>The reason given.</summary>
    public string? Why { get; init; }

    /// <summary>Place in the chain; null until sealed.</summary>
    public long? Seal { get; set; }

    /// <summary>SHA-256 over the previous digest and this event, in hexadecimal.</summary>
    public string? Digest { get; set; }
}
