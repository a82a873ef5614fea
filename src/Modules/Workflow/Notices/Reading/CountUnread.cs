using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Notices.Reading;

/// <summary>Unread notices as the figure of the top bar, those of whom the person stands in for among them.</summary>
internal sealed class CountUnread(OwnNotices own) : ITopCount
{
    public async Task<TopCount?> For(Actor actor, CancellationToken cancel) =>
        actor.Is(Roles.Business) ? new("/workflow/notices", "bell", "未读通知 {0} 条", "没有未读的通知", await own.Unread(TopCount.Most + 1, actor, cancel)) : null;
}
