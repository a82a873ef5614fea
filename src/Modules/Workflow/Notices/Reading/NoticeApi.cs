using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Notices.Reading;

/// <summary>Notices and following for programs.</summary>
internal static class NoticeApi
{
    private const int Most = 200;

    public static void MapNoticeApi(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/v1/workflow").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("notices");
        own.MapGet("/notices", List).WithSummary("我的通知，新的在前，按 before 翻页 / own notices, newest first, by keyset");
        own.MapPost("/notices/read", Read).WithSummary("标为已读；不写 ids 为全部 / mark as read; all without ids");
        own.MapPut("/cases/{id:long}/follow", (long id, FollowMatter follow, Translator t, Actor actor, CancellationToken cancel) => Follow(id, true, follow, t, actor, cancel)).Produces(StatusCodes.Status204NoContent).WithSummary("关注一件办理 / follow a case");
        own.MapDelete("/cases/{id:long}/follow", (long id, FollowMatter follow, Translator t, Actor actor, CancellationToken cancel) => Follow(id, false, follow, t, actor, cancel)).Produces(StatusCodes.Status204NoContent).WithSummary("取消关注 / follow it no more");
    }

    private static async Task<Ok<NoticesAnswer>> List(FindNotices find, Translator t, Actor actor, CancellationToken cancel, bool unread = false, long before = 0, int limit = 50)
    {
        var found = await find.Run(unread, Math.Max(before, 0), Math.Clamp(limit, 1, Most), actor, cancel);
        return TypedResults.Ok(new NoticesAnswer([.. found.Rows.Select(r => new NoticeAnswer(r.Id, t[r.Kind], r.Urgent, t[r.Text, [.. r.Args]], r.Href, r.At, r.Read, r.For))], found.Next));
    }

    private static async Task<Ok<ReadAnswer>> Read(NoticeIds order, ReadNotices read, Actor actor, CancellationToken cancel) =>
        TypedResults.Ok(new ReadAnswer((await read.Run(order.Ids ?? [], actor, cancel)).Value));

    private static async Task<IResult> Follow(long id, bool follows, FollowMatter follow, Translator t, Actor actor, CancellationToken cancel)
    {
        var done = await follow.Run(id, follows, actor, cancel);
        return done.Ok ? Results.NoContent() : ProblemAnswers.From(done.Faults, t);
    }
}

/// <summary>Which notices; all when none is named.</summary>
internal sealed record NoticeIds(IReadOnlyList<long>? Ids = null);

/// <summary>How many were unread.</summary>
internal sealed record ReadAnswer(int Read);

/// <summary>A notice in the asker's language. <paramref name="For"/>: the person stood in for, otherwise empty.</summary>
internal sealed record NoticeAnswer(long Id, string Kind, bool Urgent, string Text, string Href, DateTimeOffset At, bool Read, string For);

/// <summary>Some notices. <paramref name="Next"/>: give it as <c>before</c> for older ones; null at the end.</summary>
internal sealed record NoticesAnswer(IReadOnlyList<NoticeAnswer> Items, long? Next);
