using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Meanings;

/// <summary>一数一源 for programs: the same use-cases as the pages.</summary>
internal static class MeaningApi
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/catalog/elements").WithTags("catalog").RequireAuthorization(p => p.RequireRole(Roles.Business));
        api.MapGet("", List).Produces<SharedItemList>().WithMetadata(new QueryNames("state", "unit", "q")).WithSummary("几个单位都有的数据项，单位多的在前 / items of one meaning that several units have");
        api.MapGet("/{id:long}", One).Produces<SharedItem>().WithSummary("一个含义的各单位数据项 / one meaning, unit by unit");
        var deciding = api.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.City));
        deciding.MapPut("/{id:long}/source", Name).Produces(StatusCodes.Status204NoContent).WithSummary("确定数源单位 / name the source");
        deciding.MapPut("/{id:long}/difference", Apart).Produces(StatusCodes.Status204NoContent).WithSummary("不是同一含义 / the units mean different data");
    }

    private static async Task<IResult> List(HttpContext http, FindMeanings find, Actor actor, CancellationToken cancel, string? after = null, int limit = 50)
    {
        var page = await find.Page(MeaningFilter.From(new QueryState(http)), after, Math.Clamp(limit, 1, Most), actor, cancel);
        return TypedResults.Ok(new SharedItemList([.. page.Rows.Select(SharedItemRow.Of)], page.Next));
    }

    private static async Task<IResult> One(long id, ReadMeaning read, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await read.Run(id, actor, cancel);
        return result.TryGet(out var view) ? TypedResults.Ok(SharedItem.Of(view)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Name(long id, SourceBody body, NameSource name, Translator t, Actor actor, CancellationToken cancel) =>
        Answer(await name.Run(id, new SourceChoice(body.Unit, body.Edit, body.Document ?? "", body.Reason ?? ""), actor, cancel), t);

    private static async Task<IResult> Apart(long id, DifferenceBody body, TellApart apart, Translator t, Actor actor, CancellationToken cancel) => Answer(await apart.Run(id, body.Edit, body.Reason ?? "", actor, cancel), t);

    private static IResult Answer(Result<Done> result, Translator t) => result.Ok ? TypedResults.NoContent() : ProblemAnswers.From(result.Faults, t);
}

/// <summary>A page of meanings. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record SharedItemList(IReadOnlyList<SharedItemRow> Items, string? Next);

/// <summary>One meaning; everywhere when nearly every unit has it.</summary>
internal sealed record SharedItemRow(long Id, string Name, int Units, int Resources, int Items, bool Differs, bool Everywhere, MeaningState State, SharedItemUnit? Source)
{
    public static SharedItemRow Of(MeaningRow r) => new(r.Id, r.Name, r.Units, r.Resources, r.Items, r.Differs, r.Everywhere, r.State, r.SourceId == 0 ? null : new SharedItemUnit(r.SourceId, r.Source));
}

internal sealed record SharedItemUnit(long Id, string Name);

/// <summary>One meaning with its units, some items of each, and the edit number a decision gives back.</summary>
internal sealed record SharedItem(SharedItemRow Row, int Edit, string Document, string Reason, string DecidedBy, DateTimeOffset? DecidedAt, IReadOnlyList<SharedItemHolder> Units, IReadOnlyList<SharedItemOfUnit> Items)
{
    public static SharedItem Of(MeaningView v) => new(
        SharedItemRow.Of(v.Row), v.Edit, v.Document, v.Why, v.DecidedBy, v.DecidedAt, [.. v.Holders.Select(h => new SharedItemHolder(h.UnitId, h.Unit, h.Resources))],
        [.. v.Items.Select(i => new SharedItemOfUnit(i.ResourceId, i.Resource, i.UnitId, i.Name, i.DataType, i.Length, i.Note, i.ShareStated ? i.Share : null, i.Frequency))]);
}

internal sealed record SharedItemHolder(long Id, string Name, int Resources);

internal sealed record SharedItemOfUnit(long ResourceId, string Resource, long UnitId, string Name, string DataType, int? Length, string Note, ShareProperty? Share, UpdateFrequency? Frequency);

/// <summary>The unit, the edit number as read, the document if there is one, and the reason; a reason is owed when there was a decision already.</summary>
internal sealed record SourceBody(long Unit, int Edit, string? Document = null, string? Reason = null);

/// <summary>The edit number as read and the reason; owed when there was a decision already.</summary>
internal sealed record DifferenceBody(int Edit, string? Reason = null);
