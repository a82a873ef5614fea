using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Notices;

/// <summary>The units whose entries are in an edition are told that their opinion is asked for, and that it was issued.</summary>
internal sealed class TellOfEdition(NoticeBook notices) : IEditionListener
{
    private static readonly string[] Unit = [Roles.Liaison, Roles.UnitHead];

    public Task Told(EditionNews news, Actor actor, CancellationToken cancel) => news.Round > 0
        ? notices.Tell(actor, NoticeKind.Turn, news.About, news.UnitIds, Unit, "就“{0}”征求您单位的意见（第 {1} 轮），{2} 前反馈。未反馈不等于同意。", news.Href, cancel, news.About.Name ?? "", news.Round, Shown.Day(news.DueOn))
        : notices.Tell(actor, NoticeKind.Progress, news.About, news.UnitIds, Unit, "“{0}”已印发，第 {1} 版，{2}。", news.Href, cancel, news.About.Name ?? "", news.Number, news.Document);
}
