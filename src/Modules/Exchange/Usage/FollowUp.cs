namespace Qingdan.Exchange.Usage;

/// <summary>What was done about calls beyond what was granted. A practice of this system; the law asks that such calls are stopped at once (上海市数据条例 39 II).</summary>
internal enum FollowUpMeasure
{
    /// <summary>提醒整改.</summary>
    Reminded,

    /// <summary>暂停授权.</summary>
    Suspended,

    /// <summary>核实为正常: a mistake in the setup, a test.</summary>
    Cleared,

    /// <summary>其他处理, said in the note.</summary>
    Other,
}

/// <summary>One follow-up of the calls of an application that were refused by one reason on one resource. Later calls are open again.</summary>
internal sealed class FollowUp
{
    public long Id { get; init; }

    /// <summary>Code of the refusal.</summary>
    public required string Code { get; init; }

    /// <summary>Who called; 0 for a caller that is not known.</summary>
    public long ApplicationId { get; init; }

    public long ResourceId { get; init; }
    public FollowUpMeasure Measure { get; init; }
    public required string Note { get; init; }
    public long UnitId { get; init; }
    public required string Person { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>How measures are shown.</summary>
internal static class FollowUpWords
{
    /// <summary>The measure as shown.</summary>
    public static string Text(this FollowUpMeasure measure) => measure switch
    {
        FollowUpMeasure.Reminded => "提醒整改",
        FollowUpMeasure.Suspended => "已暂停授权",
        FollowUpMeasure.Cleared => "核实为正常",
        _ => "其他处理",
    };
}
