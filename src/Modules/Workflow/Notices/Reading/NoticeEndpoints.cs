using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Inbox;

namespace Qingdan.Workflow.Notices.Reading;

/// <summary>待阅, and what follows a case.</summary>
internal static class NoticeEndpoints
{
    public static void MapNoticePages(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/workflow").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("/notices", Show);
        read.MapPost("/notices/read", Read);
        read.MapPost("/cases/{id:long}/follow", Follow);
    }

    private static async Task<IResult> Show(FindNotices find, IInbox inbox, HttpContext http, Actor actor, CancellationToken cancel) =>
        Pages.Ok<NoticesPage>(new { View = await find.Run(new QueryState(http)["unread"] == "true", InboxEndpoints.Before(http), FindNotices.Size, actor, cancel), Tabs = await inbox.Tabs(actor, cancel) });

    private static async Task<IResult> Read(IFormCollection form, ReadNotices read, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var one = long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var done = await read.Run(one ? [id] : [], actor, cancel);
        return flash.Back(http, form["back"] == "unread" ? "/workflow/notices?unread=true" : "/workflow/notices", t["已标为已读 {0} 条。", done.Value]);
    }

    private static async Task<IResult> Follow(long id, IFormCollection form, FollowMatter follow, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var follows = form["follows"] == "true";
        var done = await follow.Run(id, follows, actor, cancel);
        if (!done.Ok) return Pages.Problem(done.Faults);
        return flash.Back(http, $"/workflow/cases/{id}", follows ? t["已关注，有进展时会通知您。"] : t["已取消关注。"]);
    }
}
