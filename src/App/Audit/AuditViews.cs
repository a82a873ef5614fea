namespace Qingdan.App.Audit;

/// <summary>One event in the list.</summary>
public sealed record AuditRow(long Id, DateTimeOffset At, string Actor, string Unit, string Action, string SubjectKind, long SubjectId, string SubjectName, string Why, long? Seal);

/// <summary>One page of events, newest first.</summary>
/// <param name="Rows">The events.</param>
/// <param name="Older">Id to go on before; null at the end.</param>
/// <param name="Sealed">How many events are chained.</param>
/// <param name="Open">How many wait for the sealer.</param>
/// <param name="Actions">Code and Chinese name of every action there is.</param>
public sealed record AuditView(IReadOnlyList<AuditRow> Rows, long? Older, long Sealed, long Open, IReadOnlyList<KeyValuePair<string, string>> Actions)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>One thing that changed; empty where there was nothing.</summary>
public sealed record DifferenceRow(string Field, string Before, string After, bool Changed);

/// <summary>One event with all it holds.</summary>
public sealed record AuditEventView(AuditRow Row, string? Digest, IReadOnlyList<DifferenceRow> Differences);
