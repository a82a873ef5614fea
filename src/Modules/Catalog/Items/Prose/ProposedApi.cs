using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Items.Prose;

/// <summary>What summaries name, for programs: the same use-cases as the page.</summary>
internal static class ProposedApi
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/catalog/proposed-items").WithTags("catalog").RequireAuthorization(p => p.RequireRole(ProposedEndpoints.Keepers));
        api.MapGet("", List).Produces<ProposedList>().WithSummary("本单位没有数据项的目录，其摘要里写到的数据项 / what the summaries of one's unit's resources without items name");
        api.MapPost("", Confirm).Produces<TakenItems>().WithSummary("确认，补为数据项 / confirm: the names become items of drafts");
        api.MapPost("/{id:long}/refusal", Refuse).Produces(StatusCodes.Status204NoContent).WithSummary("摘要里写的不是数据项，不再提示 / these are no items: not proposed again");
    }

    private static async Task<IResult> List(FindProposed find, Translator t, Actor actor, CancellationToken cancel, long after = 0, int limit = FindProposed.Size) => limit is < 1 or > Most
        ? ProblemAnswers.From([new Fault("catalog.list.limit", "limit 应为 1 到 {0}。", "limit", FaultKind.Invalid, Most)], t)
        : TypedResults.Ok(await find.Page(after, limit, actor, cancel));

    private static async Task<IResult> Confirm(ConfirmationBody body, TakeProposed take, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await take.Run(body.Resources ?? [], actor, cancel);
        return result.TryGet(out var done) ? TypedResults.Ok(new TakenItems(done.Decision, done.Done, done.Left)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Refuse(long id, RefuseProposed refuse, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await refuse.Run(id, actor, cancel);
        return result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
    }
}

/// <summary>What is confirmed, by resource.</summary>
internal sealed record ConfirmationBody(IReadOnlyList<ConfirmedItems>? Resources);

/// <summary>What became of it: the decision by which it can be undone today, and how many resources were written and left.</summary>
internal sealed record TakenItems(long Decision, int Done, int Left);
