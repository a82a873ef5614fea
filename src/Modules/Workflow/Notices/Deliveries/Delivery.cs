namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>By which way something leaves the house.</summary>
internal enum Channel
{
    /// <summary>邮件.</summary>
    Mail,

    /// <summary>推送 to a program.</summary>
    Hook,
}

/// <summary>What became of it.</summary>
internal enum DeliveryState
{
    /// <summary>待投递: not tried yet, or to be tried again.</summary>
    Waiting,

    /// <summary>已送达.</summary>
    Sent,

    /// <summary>失败: tried often enough; a person may have it tried again.</summary>
    Failed,
}

/// <summary>投递: one mail, or one message to a program. It is kept until it was taken, however long the other side is dead.</summary>
internal sealed class Delivery
{
    public long Id { get; init; }
    public Channel Channel { get; init; }

    /// <summary>The person of a mail, the hook of a message.</summary>
    public long TargetId { get; init; }

    /// <summary>The unit of that person or hook; 0 for none and for the whole city.</summary>
    public long UnitId { get; init; }

    /// <summary>The matter of a message; 0 for a mail, which gathers several.</summary>
    public long SubjectId { get; init; }

    /// <summary>Subject of the mail, sentence of the message.</summary>
    public required string Title { get; init; }

    /// <summary>JSON: a <see cref="MailBody"/>, or exactly what is posted.</summary>
    public required string Body { get; init; }

    public DeliveryState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>When it is tried next; null when it is not.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Why the last attempt failed: a Chinese sentence with a place for <see cref="Detail"/>; empty when none did.</summary>
    public string Problem { get; set; } = "";

    public string Detail { get; set; } = "";
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    public int Edit { get; set; }
}

/// <summary>Why an attempt failed.</summary>
/// <param name="Text">Chinese sentence with a place for <paramref name="Detail"/>.</param>
/// <param name="Detail">What the other side or the system said.</param>
/// <param name="ForGood">True when trying again alone does not help.</param>
internal sealed record DeliveryProblem(string Text, string Detail = "", bool ForGood = false)
{
    /// <summary>It was not even tried.</summary>
    public static readonly DeliveryProblem Resting = new("刚才连不上对方，稍后再试。");
}
