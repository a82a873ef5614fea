using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Graph;

/// <summary>关系图 as a page, and for programs.</summary>
internal static class GraphEndpoints
{
    public static void Map(RouteGroupBuilder catalog) => catalog.MapGet("/{id:long}/graph", Show);

    public static void MapApi(IEndpointRouteBuilder routes) => routes.MapGroup("/api/v1/catalog/resources").WithTags("catalog").RequireAuthorization(p => p.RequireRole(Roles.Business))
        .MapGet("/{id:long}/graph", Answer).Produces<ResourceGraph>().WithSummary("一个目录的关系图：节点和连线 / what hangs together with a resource, as nodes and edges");

    private static async Task<IResult> Show(long id, ReadGraph read, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await read.Run(id, actor, cancel);
        return result.TryGet(out var graph) ? Pages.Ok<GraphPage>(new { Graph = graph, Picture = new GraphPicture(graph, t) }) : Pages.Problem(result.Faults);
    }

    private static async Task<IResult> Answer(long id, ReadGraph read, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await read.Run(id, actor, cancel);
        return result.TryGet(out var graph) ? TypedResults.Ok(graph) : ProblemAnswers.From(result.Faults, t);
    }
}
