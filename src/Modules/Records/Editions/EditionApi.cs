using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Editions.Opinions;
using Qingdan.Records.Editions.Viewing;
using Qingdan.Records.Editions.Writing;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions;

/// <summary>Editions for programs.</summary>
internal static class EditionApi
{
    private const int Most = 200;

    public static void MapEditionApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/editions").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("editions");
        read.MapGet("", List).WithSummary("版次，按 id 翻页 / editions, by keyset");
        read.MapGet("/{id:long}", Get).Produces<EditionView>().WithSummary("一个版次：清单、意见、经过 / one edition with its lists, opinions and course");
        read.MapGet("/{id:long}/{round:int}/archive", Archive).Produces(StatusCodes.Status200OK, contentType: "application/x-tar").WithSummary("版次档案，round 为 0；征求意见稿为其轮次 / the archive; round 0 is the edition, others the draft of a round");
        var units = routes.MapGroup("/api/v1/editions/{id:long}/opinions").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead)).WithTags("editions");
        units.MapPost("", Give).Produces<GivenOpinion>(StatusCodes.Status201Created).WithSummary("提出意见 / give an opinion");
        var authority = routes.MapGroup("/api/v1/editions").RequireAuthorization(p => p.RequireRole(Roles.Authority)).WithTags("editions");
        authority.MapPost("", Draw).Produces<EditionView>(StatusCodes.Status201Created).WithSummary("拟定版次 / draw an edition up");
        authority.MapPost("/{id:long}/consult", (long id, ConsultOrder order, ConsultUnits act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(t, act.Run(id, http.SeenEdit(), order.DueOn, actor, cancel)))
            .NeedsIfMatch("records.round.if-match").Produces(StatusCodes.Status204NoContent).WithSummary("征求意见，须带 If-Match / begin a round of opinions, with If-Match");
        authority.MapPost("/{id:long}/opinions/{opinion:long}/answer", (long id, long opinion, AnswerOrder order, AnswerOpinion act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(t, act.Run(id, opinion, http.SeenEdit(), order.Verdict, order.Reason, actor, cancel)))
            .NeedsIfMatch("records.round.if-match").Produces(StatusCodes.Status204NoContent).WithSummary("处理意见，须带意见的 If-Match / answer an opinion, with its If-Match");
        authority.MapPost("/{id:long}/conclude", (long id, DecideEdition act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(t, act.Conclude(id, http.SeenEdit(), actor, cancel)))
            .NeedsIfMatch("records.round.if-match").Produces(StatusCodes.Status204NoContent).WithSummary("意见处理完毕，须带 If-Match / close the round, with If-Match");
        authority.MapPost("/{id:long}/pass", (long id, PassOrder order, DecideEdition act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(t, act.Pass(id, http.SeenEdit(), order.Minutes, order.On, actor, cancel)))
            .NeedsIfMatch("records.round.if-match").Produces(StatusCodes.Status204NoContent).WithSummary("审议通过，须带 If-Match / deliberated, with If-Match");
        authority.MapPost("/{id:long}/send-back", (long id, NoteOrder order, DecideEdition act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(t, act.TurnDown(id, http.SeenEdit(), EditionAct.SendBack, order.Note, actor, cancel)))
            .NeedsIfMatch("records.round.if-match").Produces(StatusCodes.Status204NoContent).WithSummary("审议退回，须带 If-Match / send back, with If-Match");
        authority.MapPost("/{id:long}/cancel", (long id, NoteOrder order, DecideEdition act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(t, act.TurnDown(id, http.SeenEdit(), EditionAct.Cancel, order.Note, actor, cancel)))
            .NeedsIfMatch("records.round.if-match").Produces(StatusCodes.Status204NoContent).WithSummary("作废，须带 If-Match / give up, with If-Match");
        authority.MapPost("/{id:long}/retry", (long id, RetryWriting retry, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(t, retry.Run(id, http.SeenEdit(), actor, cancel)))
            .NeedsIfMatch("records.round.if-match").Produces(StatusCodes.Status204NoContent).WithSummary("档案没有写成时再试一次，须带 If-Match / order a writing that failed again, with If-Match");
        authority.MapPost("/{id:long}/issue", (long id, IssueInput order, IssueEdition act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(t, act.Run(id, http.SeenEdit(), order, actor, cancel)))
            .NeedsIfMatch("records.round.if-match").Produces(StatusCodes.Status204NoContent).WithSummary("印发，须带 If-Match / issue, with If-Match");
    }

    private static async Task<Ok<EditionsAnswer>> List(FindEditions find, Actor actor, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var rows = await find.After(after, take, actor, cancel);
        return TypedResults.Ok(new EditionsAnswer(rows, rows.Count == take ? rows[^1].Id : null));
    }

    private static async Task<IResult> Get(long id, ShowEdition show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Tag(view.Edit);
        return TypedResults.Ok(view);
    }

    private static async Task<IResult> Archive(long id, int round, ShowEdition show, FileStore files, Translator t, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.Ok) return ProblemAnswers.From(found.Faults, t);
        return await show.FileOf(id, round, cancel) is { } file ? Results.Stream(body => files.CopyTo(file, body, cancel), "application/x-tar") : ProblemAnswers.From([EditionFaults.NotWritten], t);
    }

    private static async Task<IResult> Draw(DrawOrder order, DrawEdition draw, ShowEdition show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var drawn = await draw.Run(new EditionDraft(order.Title, order.Issuer, order.UnitId, order.Summary), actor, cancel);
        if (!drawn.TryGet(out var id)) return ProblemAnswers.From(drawn.Faults, t);
        var view = (await show.Run(id, actor, cancel)).Value;
        http.Tag(view.Edit);
        return TypedResults.Created($"/api/v1/editions/{id}", view);
    }

    private static async Task<IResult> Give(long id, OpinionInput order, GiveOpinion give, Translator t, Actor actor, CancellationToken cancel)
    {
        var given = await give.Run(id, order, actor, cancel);
        return given.TryGet(out var opinion) ? TypedResults.Created($"/api/v1/editions/{id}", new GivenOpinion(opinion)) : ProblemAnswers.From(given.Faults, t);
    }

    private static async Task<IResult> Done(Translator t, Task<Result<Done>> act) => await act is var result && result.Ok ? TypedResults.NoContent() : ProblemAnswers.From(result.Faults, t);
}

/// <summary>A new edition; <paramref name="UnitId"/> is 0 for all units.</summary>
internal sealed record DrawOrder(string Title = "", string Issuer = "", long UnitId = 0, string Summary = "");

/// <summary>The day by which opinions are asked for.</summary>
internal sealed record ConsultOrder(DateOnly? DueOn = null);

/// <summary>An answer: <c>Adopted</c>, <c>Partly</c> or <c>Rejected</c>, the last two with the reason.</summary>
internal sealed record AnswerOrder(string Verdict = "", string Reason = "");

/// <summary>Number of the minutes and day.</summary>
internal sealed record PassOrder(string Minutes = "", DateOnly? On = null);

/// <summary>Why.</summary>
internal sealed record NoteOrder(string Note = "");

/// <summary>The id of an opinion.</summary>
internal sealed record GivenOpinion(long Id);

/// <summary>Some editions. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record EditionsAnswer(IReadOnlyList<EditionRow> Items, long? Next);
