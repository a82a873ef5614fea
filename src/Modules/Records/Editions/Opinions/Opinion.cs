using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;

namespace Qingdan.Records.Editions.Opinions;

/// <summary>What became of an opinion.</summary>
internal enum Verdict
{
    /// <summary>待处理.</summary>
    Open,

    /// <summary>采纳.</summary>
    Adopted,

    /// <summary>部分采纳.</summary>
    Partly,

    /// <summary>不采纳.</summary>
    Rejected,
}

/// <summary>意见: what a unit says of the draft of a round, and how the authority answered.</summary>
internal sealed class Opinion : IEditedRow
{
    /// <summary>The kind under which opinions stand in the audit log.</summary>
    public const string AuditKind = "records.edition-opinion";

    public long Id { get; init; }
    public long EditionId { get; init; }
    public int Round { get; init; }
    public long UnitId { get; init; }

    /// <summary>The list it is about, as <c>IEditionList.Name</c>; empty for the whole.</summary>
    public string List { get; init; } = "";

    /// <summary>The entry it is about, by its number in the draft; empty for the whole list.</summary>
    public string EntryKey { get; init; } = "";

    public required string Text { get; init; }
    public required string Person { get; init; }
    public DateTimeOffset At { get; init; }
    public Verdict Verdict { get; set; }

    /// <summary>理由.</summary>
    public string Reason { get; set; } = "";

    public string AnsweredBy { get; set; } = "";
    public DateTimeOffset? AnsweredAt { get; set; }
    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The opinion as the subject of an audit event.</summary>
    public Subject AsSubject() => new(AuditKind, Id, Text.Length > 40 ? Text[..40] + "…" : Text);
}

/// <summary>无意见: a unit's reply that it has nothing to say in a round.</summary>
internal sealed class NoOpinion
{
    public long EditionId { get; init; }
    public int Round { get; init; }
    public long UnitId { get; init; }
    public required string Person { get; init; }
    public DateTimeOffset At { get; init; }
}
