namespace Qingdan.Platform.Results;

/// <summary>
/// An expected refusal: a stable code for programs and a sentence a clerk understands.
/// <paramref name="Text"/> is the Chinese sentence and the key of its translation; <paramref name="Args"/> fill its {0}, {1}….
/// </summary>
/// <param name="Code">Stable, dotted, lower case: <c>catalog.name.required</c>.</param>
/// <param name="Text">Chinese sentence that names what is wrong and what to do.</param>
/// <param name="Field">The input it belongs to, by its form or JSON name; null when it concerns the whole.</param>
/// <param name="Kind">What kind of refusal this is; decides the HTTP status and the exit code.</param>
/// <param name="Args">Values for the placeholders; strings among them are translated too.</param>
public sealed record Fault(string Code, string Text, string? Field = null, FaultKind Kind = FaultKind.Invalid, params object[] Args);

/// <summary>The kinds of refusal, each with one HTTP status.</summary>
public enum FaultKind
{
    /// <summary>The input is wrong (422).</summary>
    Invalid,

    /// <summary>There is no such thing, or not for this person (404).</summary>
    NotFound,

    /// <summary>The person may not do this (403).</summary>
    Forbidden,

    /// <summary>Somebody else changed it first, or its state forbids it (409).</summary>
    Conflict,

    /// <summary>The input exceeds a limit (413).</summary>
    TooLarge,
}
