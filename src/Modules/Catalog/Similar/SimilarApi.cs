using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Similar;

/// <summary>Similar resources for programs: the same use-cases as the pages.</summary>
internal static class SimilarApi
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/catalog/similar").WithTags("catalog").RequireAuthorization(p => p.RequireRole(Roles.Business));
        api.MapGet("", List).Produces<SimilarGroupList>().WithMetadata(new QueryNames("state", "kind", "unit")).WithSummary("可能重复的目录，最有把握的在前 / groups of resources that may be one, the surest first");
        var deciding = api.MapGroup("").RequireAuthorization(p => p.RequireRole([.. Roles.City, Roles.Liaison, Roles.UnitHead]));
        deciding.MapPost("/{id:long}/rejection", Reject).Produces(StatusCodes.Status204NoContent).WithSummary("不是同一个 / they are not one");
        deciding.MapPost("/{id:long}/merge", Merge).Produces<MergeAnswer>().WithSummary("合并目录 / merge them into the one that stays");
        deciding.MapDelete("/merges/{decision:long}", Undo).Produces<MergeAnswer>().WithSummary("当天撤销合并 / undo a merge the same day");
    }

    private static async Task<IResult> List(HttpContext http, FindSimilar find, Translator t, Actor actor, CancellationToken cancel, string? after = null, int limit = 50)
    {
        var page = await find.Page(SimilarFilter.From(new QueryState(http)), after, Math.Clamp(limit, 1, Most), actor, cancel);
        return TypedResults.Ok(new SimilarGroupList([.. page.Groups.Select(g => SimilarGroupAnswer.Of(g, t))], page.Next));
    }

    private static async Task<IResult> Reject(long id, RejectionBody body, RejectSimilar reject, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await reject.Run(id, body.Resources ?? [], body.Reason ?? "", actor, cancel);
        return result.Ok ? TypedResults.NoContent() : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Merge(long id, MergeBody body, MergeSimilar merge, Translator t, Actor actor, CancellationToken cancel) => Answer(
        await merge.Run(id, new MergeOrder(body.Stays, body.Others ?? [], body.Items ?? [], body.Seen ?? new Dictionary<long, int>(), body.Reason ?? ""), actor, cancel), t);

    private static async Task<IResult> Undo(long decision, UndoMerge undo, Translator t, Actor actor, CancellationToken cancel) => Answer(await undo.Run(decision, actor, cancel), t);

    private static IResult Answer(Result<Resources.Bulk.BulkResult> result, Translator t) =>
        result.TryGet(out var done) ? TypedResults.Ok(new MergeAnswer(done.Decision, done.Done, done.Left)) : ProblemAnswers.From(result.Faults, t);
}

/// <summary>A page of groups. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record SimilarGroupList(IReadOnlyList<SimilarGroupAnswer> Items, string? Next);

/// <summary>A group: how sure of 100, why, and its resources.</summary>
internal sealed record SimilarGroupAnswer(long Id, int Score, GroupKind Kind, GroupState State, IReadOnlyList<string> Reasons, long? Kept, bool MayDecide, IReadOnlyList<SimilarResource> Resources)
{
    public static SimilarGroupAnswer Of(GroupView g, Translator t) => new(
        g.Id, g.Score, g.Kind, g.State, [.. g.Evidence?.Reasons(t) ?? []], g.KeptId == 0 ? null : g.KeptId, g.MayDecide,
        [.. g.Members.Select(m => new SimilarResource(m.Id, m.Code, m.Name, m.UnitId, m.Unit, m.System, m.State, m.Edit, [.. m.Items.Select(i => new SimilarItem(i.Id, i.Name, i.Shared))]))]);
}

/// <summary>One resource of a group; its edit number is what a merge gives back as seen.</summary>
internal sealed record SimilarResource(long Id, string? Code, string Name, long UnitId, string Unit, string System, ResourceState State, int Edit, IReadOnlyList<SimilarItem> Items);

/// <summary>One of its items, and whether another resource of the group has it.</summary>
internal sealed record SimilarItem(long Id, string Name, bool Shared);

/// <summary>All resources of the group as they were read, and a reason if there is one.</summary>
internal sealed record RejectionBody(IReadOnlyList<long>? Resources, string? Reason = null);

/// <summary>The resource that stays, those that go into it, ids of items to take over, the edit numbers as read, and the reason.</summary>
internal sealed record MergeBody(long Stays, IReadOnlyList<long>? Others, string? Reason, IReadOnlyList<long>? Items = null, IReadOnlyDictionary<long, int>? Seen = null);

/// <summary>What became of it; a decision can be undone the same day.</summary>
internal sealed record MergeAnswer(long Decision, int Done, int Left);
