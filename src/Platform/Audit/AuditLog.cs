using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Web;

namespace Qingdan.Platform.Audit;

/// <summary>Adds audit events to the running unit of work; they are stored with the change or not at all.</summary>
public sealed class AuditLog(Store store, IdSource ids, TimeProvider clock)
{
    /// <summary>Adds one event. <paramref name="before"/> and <paramref name="after"/> are written as JSON; never hand in secrets.</summary>
    public void Add(Actor actor, AuditAction action, Subject subject, object? before = null, object? after = null, string? why = null) =>
        store.Add(Event(actor, action, subject, before, after, why));

    /// <summary>The event itself, for changes of thousands of things whose events are written in bulk with them.</summary>
    public AuditEvent Event(Actor actor, AuditAction action, Subject subject, object? before = null, object? after = null, string? why = null) => new()
    {
        Id = ids.Next(),
        At = clock.GetUtcNow(),
        ActorId = actor.PersonId,
        ActorName = actor.Name,
        UnitId = actor.UnitId,
        UnitName = actor.UnitName,
        Action = action.Code,
        SubjectKind = subject.Kind,
        SubjectId = subject.Id,
        SubjectName = subject.Name,
        Before = Json(before),
        After = Json(after),
        Why = why,
    };

    private static string? Json(object? value) => value is null ? null : JsonSerializer.Serialize(value, JsonText.Readable);
}

/// <summary>The thing an event is about.</summary>
/// <param name="Kind">Dotted and stable: <c>catalog.resource</c>.</param>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name now.</param>
public sealed record Subject(string Kind, long Id, string Name = "");
