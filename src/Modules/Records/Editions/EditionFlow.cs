namespace Qingdan.Records.Editions;

/// <summary>Where an edition stands.</summary>
internal enum EditionState
{
    /// <summary>拟稿.</summary>
    Draft,

    /// <summary>征求意见: its draft is frozen, units say what they think of it.</summary>
    Consulting,

    /// <summary>待审议: every opinion has its answer.</summary>
    ToDeliberate,

    /// <summary>待印发: deliberated, with the number of the minutes.</summary>
    ToIssue,

    /// <summary>印发中: being written and signed.</summary>
    Issuing,

    /// <summary>已印发.</summary>
    Issued,

    /// <summary>已作废: given up before it was issued.</summary>
    Cancelled,
}

/// <summary>What can be done to an edition.</summary>
internal enum EditionAct
{
    /// <summary>拟稿; the first step, no line of the table.</summary>
    Draw,

    /// <summary>征求意见: a round begins with a draft of this day.</summary>
    Consult,

    /// <summary>意见处理完毕.</summary>
    Conclude,

    /// <summary>审议通过.</summary>
    Pass,

    /// <summary>审议退回: back to a round of opinions.</summary>
    SendBack,

    /// <summary>印发.</summary>
    Issue,

    /// <summary>印发完成: written and signed, by the system.</summary>
    Seal,

    /// <summary>重新写入: the writing of its archive failed and is ordered again.</summary>
    Retry,

    /// <summary>作废.</summary>
    Cancel,
}

/// <summary>公布范围.</summary>
internal enum EditionScope
{
    /// <summary>政务部门内部, unless told.</summary>
    Government,

    /// <summary>向社会公布.</summary>
    Public,
}

/// <summary>One line of the table.</summary>
internal sealed record EditionMove(EditionState From, EditionAct Act, EditionState To, bool BySystem = false);

/// <summary>The course of an edition as one table: 征求意见稿 → 意见汇总 → 审议 → 印发. What is not in it cannot happen. People's lines are the authority's (政务数据共享条例 16).</summary>
internal static class EditionFlow
{
    /// <summary>The whole table.</summary>
    public static IReadOnlyList<EditionMove> Table { get; } =
    [
        new(EditionState.Draft, EditionAct.Consult, EditionState.Consulting),
        new(EditionState.Consulting, EditionAct.Consult, EditionState.Consulting),
        new(EditionState.Consulting, EditionAct.Conclude, EditionState.ToDeliberate),
        new(EditionState.ToDeliberate, EditionAct.Consult, EditionState.Consulting),
        new(EditionState.ToDeliberate, EditionAct.Pass, EditionState.ToIssue),
        new(EditionState.ToDeliberate, EditionAct.SendBack, EditionState.Consulting),
        new(EditionState.ToIssue, EditionAct.Issue, EditionState.Issuing),
        new(EditionState.Consulting, EditionAct.Retry, EditionState.Consulting),
        new(EditionState.Issuing, EditionAct.Retry, EditionState.Issuing),
        new(EditionState.Issuing, EditionAct.Seal, EditionState.Issued, BySystem: true),
        .. new[] { EditionState.Draft, EditionState.Consulting, EditionState.ToDeliberate, EditionState.ToIssue }.Select(from => new EditionMove(from, EditionAct.Cancel, EditionState.Cancelled)),
    ];

    /// <summary>The states in which nothing more is to be done.</summary>
    public static IReadOnlyList<EditionState> Ends { get; } = [.. Enum.GetValues<EditionState>().Where(s => !Table.Any(m => m.From == s))];
}
