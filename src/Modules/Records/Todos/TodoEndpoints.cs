using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Todos;

/// <summary>我的待办: what waits for this person now, of all modules.</summary>
internal static class TodoEndpoints
{
    /// <summary>Rows of one kind on the page: who has more has other worries than a longer page.</summary>
    public const int Most = 50;

    public static void MapTodos(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/todo", Show).RequireAuthorization(policy => policy.RequireRole(Roles.Business));

    private static async Task<RazorComponentResult<TodoPage>> Show(IEnumerable<ITodoSource> sources, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        var groups = new List<KeyValuePair<string, IReadOnlyList<Todo>>>();
        foreach (var source in sources)
            if (await source.For(actor, Most, cancel) is { Count: > 0 } rows) groups.Add(new(source.Kind, rows));
        return Pages.Ok<TodoPage>(new { Groups = groups, Units = await organizations.Tree(cancel), Most });
    }
}
