using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Inbox;

/// <summary>The pages of the inbox beside 待办 and 待阅.</summary>
internal static class InboxEndpoints
{
    public static void MapInbox(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/workflow/inbox").RequireAuthorization(p => p.RequireRole(Roles.Business));
        foreach (var (path, folder) in new[] { ("waiting", InboxFolder.Waiting), ("handled", InboxFolder.Handled), ("ended", InboxFolder.Ended), ("followed", InboxFolder.Followed) })
            read.MapGet(path, (FindInbox find, HttpContext http, Actor actor, CancellationToken cancel) => Show(folder, find, http, actor, cancel));
    }

    /// <summary>Where the older rows begin, as an address says it; 0 for the newest, also when it cannot be read.</summary>
    public static long Before(HttpContext http) => long.TryParse(new QueryState(http)["before"], out var before) && before > 0 ? before : 0;

    private static async Task<IResult> Show(InboxFolder folder, FindInbox find, HttpContext http, Actor actor, CancellationToken cancel) =>
        Pages.Ok<InboxPage>(new { View = await find.Run(folder, Before(http), actor, cancel) });
}
