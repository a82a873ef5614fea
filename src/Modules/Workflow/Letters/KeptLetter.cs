namespace Qingdan.Workflow.Letters;

/// <summary>The final file of a letter, as it went out.</summary>
internal sealed class KeptLetter
{
    public long Id { get; init; }

    /// <summary>Its case; 0 for an agenda.</summary>
    public long CaseId { get; init; }

    /// <summary>The order or the meeting; 0 for a letter of the case itself.</summary>
    public long SubjectId { get; init; }

    public LetterKind Kind { get; init; }

    /// <summary>文号.</summary>
    public required string Number { get; init; }

    public long FileId { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Digest { get; init; }

    public required string Person { get; init; }
    public long UnitId { get; init; }
    public DateTimeOffset At { get; init; }
}
