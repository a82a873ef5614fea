using Qingdan.Lists.Negatives;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;

namespace Qingdan.Lists.Reviews;

/// <summary>
/// 年度复核: the authority asks the units whether what is in force still has to be. It stands beside the collection rounds of Records: those carry workbooks with the records' own values,
/// here each row is answered with one word about a record, by filter if need be, and the answer sets something going.
/// </summary>
internal sealed class Review : IEditedRow
{
    public long Id { get; init; }
    public required string Title { get; init; }

    /// <summary>通知文号.</summary>
    public required string NoticeNumber { get; init; }

    /// <summary>答复截止. A practice, no term of a law: nothing follows from its passing.</summary>
    public DateOnly DueOn { get; init; }

    public required string Note { get; init; }
    public bool Closed { get; set; }
    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public string ClosedBy { get; set; } = "";
    public DateTimeOffset? ClosedAt { get; set; }
    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The review as the subject of an audit event.</summary>
    public Subject AsSubject() => new(ListsAudit.ReviewKind, Id, Title);
}

/// <summary>How far a unit is with its sheet.</summary>
internal enum SheetState
{
    /// <summary>答复中.</summary>
    Answering,

    /// <summary>待签批: every row has its answer.</summary>
    ToSign,

    /// <summary>已签批: the answers hold.</summary>
    Signed,
}

/// <summary>What one unit was asked in one review.</summary>
internal sealed class ReviewSheet : IEditedRow
{
    public long Id { get; init; }
    public long ReviewId { get; init; }
    public long UnitId { get; init; }
    public SheetState State { get; set; }

    /// <summary>Since when it waits for whose turn it is.</summary>
    public DateTimeOffset Since { get; set; }

    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>Which list a row is of.</summary>
internal enum ReviewedKind
{
    /// <summary>负面清单条目.</summary>
    Negative,

    /// <summary>责任清单条目 that nobody used for a year.</summary>
    Responsibility,
}

/// <summary>What the unit says of a row.</summary>
internal enum ReviewAnswer
{
    /// <summary>未答复.</summary>
    None,

    /// <summary>保留: the basis still holds; somebody will need the data.</summary>
    Keep,

    /// <summary>重新审核: a copy goes the whole route again; negative entries only.</summary>
    ReviewAgain,

    /// <summary>建议移出: for the authority to decide.</summary>
    Remove,
}

/// <summary>What came of an answer once the head had signed it.</summary>
internal enum ReviewOutcome
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>已保留.</summary>
    Kept,

    /// <summary>重新审核中.</summary>
    UnderReview,

    /// <summary>待主管部门决定.</summary>
    Proposed,

    /// <summary>已移出.</summary>
    Removed,

    /// <summary>同意移出: of a row from the catalogue the removal is proposed.</summary>
    Agreed,

    /// <summary>不采纳: it stays.</summary>
    Refused,

    /// <summary>It was no longer in force when the answer was signed.</summary>
    Gone,
}

/// <summary>An entry in force that a unit is asked about, as it was when the review was opened.</summary>
internal sealed class ReviewRow
{
    public long Id { get; init; }
    public long ReviewId { get; init; }
    public long SheetId { get; init; }
    public ReviewedKind Kind { get; init; }

    /// <summary>The entry.</summary>
    public long TargetId { get; init; }

    public required string Number { get; init; }
    public required string Name { get; init; }

    /// <summary>Of a negative entry the clause it stands on; empty for others.</summary>
    public required string Basis { get; init; }

    /// <summary>Why a negative entry was due before its day.</summary>
    public ReviewCause Cause { get; init; }

    public ReviewAnswer Answer { get; set; }
    public string Reason { get; set; } = "";
    public ReviewOutcome Outcome { get; set; }
    public string OutcomeNote { get; set; } = "";

    /// <summary>The candidate that a 重新审核 began; 0 for none.</summary>
    public long SuccessorId { get; set; }
}
