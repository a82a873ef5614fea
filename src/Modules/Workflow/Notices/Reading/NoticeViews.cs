namespace Qingdan.Workflow.Notices.Reading;

/// <summary>A notice as shown.</summary>
/// <param name="Kind">Chinese name of what it is for.</param>
/// <param name="Text">Chinese sentence, the key of its translation.</param>
/// <param name="Args">Values of its placeholders.</param>
/// <param name="For">The person whose it is where that is another: 代理; otherwise empty.</param>
public sealed record NoticeRow(long Id, string Kind, bool Urgent, string Text, IReadOnlyList<object> Args, string Href, DateTimeOffset At, bool Read, string For);

/// <summary>The page of notices.</summary>
/// <param name="Unread">True when only those not read yet are shown.</param>
/// <param name="Next">Give it as <c>before</c> for older ones; null at the end.</param>
public sealed record NoticesView(IReadOnlyList<NoticeRow> Rows, bool Unread, long? Next);
