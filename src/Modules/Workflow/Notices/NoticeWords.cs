namespace Qingdan.Workflow.Notices;

/// <summary>How kinds of notices are shown.</summary>
internal static class NoticeWords
{
    /// <summary>The kind as shown.</summary>
    public static string Text(this NoticeKind kind) => kind switch
    {
        NoticeKind.Turn => "轮到办理",
        NoticeKind.Progress => "进展",
        NoticeKind.Recounted => "期限变动",
        NoticeKind.DueSoon => "快到期",
        NoticeKind.Overdue => "超期",
        _ => "督办",
    };
}
