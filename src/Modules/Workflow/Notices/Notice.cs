namespace Qingdan.Workflow.Notices;

/// <summary>What a notice is for.</summary>
internal enum NoticeKind
{
    /// <summary>轮到办理.</summary>
    Turn,

    /// <summary>进展: somebody else did something.</summary>
    Progress,

    /// <summary>期限变动: a new calendar moved the last day.</summary>
    Recounted,

    /// <summary>快到期.</summary>
    DueSoon,

    /// <summary>超期; mailed at once.</summary>
    Overdue,

    /// <summary>督办; mailed at once.</summary>
    Order,
}

/// <summary>Where a notice stands with the mail.</summary>
internal enum MailState
{
    /// <summary>It is shown here and mailed to nobody: no mail server, no address, or not wanted.</summary>
    None,

    /// <summary>It waits to be gathered into a mail.</summary>
    Waiting,

    /// <summary>It is in a mail; what became of that stands there.</summary>
    Gathered,
}

/// <summary>通知: one sentence for one person. Others who were told the same have rows of their own.</summary>
internal sealed class Notice
{
    public long Id { get; init; }

    /// <summary>Alike in all rows of one telling: who stands in for somebody sees it once.</summary>
    public long ToldId { get; init; }

    public long PersonId { get; init; }
    public NoticeKind Kind { get; init; }

    /// <summary>True when it is mailed at once.</summary>
    public bool Urgent { get; init; }

    public required string SubjectKind { get; init; }
    public long SubjectId { get; init; }

    /// <summary>Chinese sentence, the key of its translation.</summary>
    public required string Text { get; init; }

    /// <summary>JSON array of the values for its placeholders.</summary>
    public required string Args { get; init; }

    public required string Href { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Who read it where it was another: 代理.</summary>
    public string ReadBy { get; set; } = "";

    public MailState Mail { get; set; }

    /// <summary>The mail it was gathered into.</summary>
    public long? DeliveryId { get; set; }
}

/// <summary>关注 of one matter by one person.</summary>
internal sealed class Follow
{
    public long PersonId { get; init; }
    public required string SubjectKind { get; init; }
    public long SubjectId { get; init; }

    /// <summary>The unit of the person then: whoever has left it is told no more.</summary>
    public long UnitId { get; init; }

    public DateTimeOffset At { get; init; }
}
