using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Todos;

/// <summary>我的待办: what waits for this person now, of all modules.</summary>
internal static class TodoEndpoints
{
    /// <summary>Rows of one kind on the page: who has more has other worries than a longer page.</summary>
    public const int Most = 50;

    /// <summary>Rows of one kind on a sheet that hands them over.</summary>
    private const int MostHandedOver = 500;

    public static void MapTodos(this IEndpointRouteBuilder routes)
    {
        var todo = routes.MapGroup("/todo").RequireAuthorization(policy => policy.RequireRole(Roles.Business));
        todo.MapGet("", Show);
        todo.MapGet("/hand-over/{id:long}", HandOver);
    }

    // 代理: what waits for the person stood in for, by the roles that go over.
    private static async Task<IResult> HandOver(long id, IStandIns standIns, IEnumerable<ITodoSource> sources, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        if (await standIns.Find(id, actor, cancel) is not { } facts) return Pages.Problem([new Fault("records.stand-in.not-found", "没有这次代理，或者不是您单位的。", null, FaultKind.NotFound)]);
        return Pages.Ok<HandOverSheet>(new { Facts = facts, Groups = await Groups(sources, facts.Person, MostHandedOver, cancel), Units = await organizations.Tree(cancel) });
    }

    private static async Task<RazorComponentResult<TodoPage>> Show(IEnumerable<ITodoSource> sources, IInbox inbox, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel) =>
        Pages.Ok<TodoPage>(new { Groups = await Groups(sources, actor, Most, cancel), Units = await organizations.Tree(cancel), Most, Inbox = await inbox.Tabs(actor, cancel) });

    private static async Task<IReadOnlyList<KeyValuePair<string, IReadOnlyList<Todo>>>> Groups(IEnumerable<ITodoSource> sources, Actor actor, int most, CancellationToken cancel)
    {
        var groups = new List<KeyValuePair<string, IReadOnlyList<Todo>>>();
        foreach (var source in sources)
            if (await source.For(actor, most, cancel) is { Count: > 0 } rows) groups.Add(new(source.Kind, rows));
        return groups;
    }
}
