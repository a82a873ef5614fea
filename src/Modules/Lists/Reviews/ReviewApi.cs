using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>An answer to rows; without <paramref name="Ids"/> to all that fit the filter.</summary>
internal sealed record AnswersOrder(string Answer, string Reason, IReadOnlyList<long>? Ids, string? Tab = null, string? Kind = null, string? Cause = null, string? Q = null);

/// <summary>The head's word, in the system.</summary>
internal sealed record SheetSignature(bool Agrees, string Opinion);

/// <summary>What the authority decides on rows that units proposed for removal.</summary>
internal sealed record ProposalsDecision(IReadOnlyList<long> Ids, bool Agrees, string Reason);

/// <summary>How many were decided.</summary>
internal sealed record DecidedAnswer(int Count);

/// <summary>The yearly reviews for programs.</summary>
internal static class ReviewApi
{
    private static readonly Fault NoIfMatch = new("lists.review.if-match", "请用 If-Match 写明读到的版本（ETag）。", "If-Match");

    public static void MapReviewApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/lists/reviews").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("reviews");
        read.MapGet("", async (FindReviews find, Actor actor, CancellationToken cancel) => TypedResults.Ok(await find.All(actor, cancel))).WithSummary("年度复核，新的在前 / yearly reviews, newest first");
        read.MapGet("/{id:long}", Board).Produces<ReviewView>().WithSummary("一次复核：各单位、建议移出的条目 / one review: units, and what was proposed for removal");
        read.MapGet("/sheets/{id:long}", Sheet).Produces<SheetView>().WithMetadata(new QueryNames("tab", "kind", "cause", "q", "page")).WithSummary("一个单位的复核表，按筛选分页 / a unit's sheet, its rows by filter");
        var unit = routes.MapGroup("/api/v1/lists/reviews/sheets/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead)).WithTags("reviews");
        unit.MapPost("/answers", Answer).Produces<RowsAnswered>().WithSummary("答复一些条目，或一个筛选的全部，须带 If-Match / answer some rows, or all of a filter, with If-Match");
        unit.MapPost("/submission", (long id, SubmitSheet submit, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Act(http, t, edit => submit.Run(id, edit, actor, cancel))).Produces(StatusCodes.Status204NoContent).WithSummary("提交审签，须带 If-Match / hand in for signature, with If-Match");
        unit.MapPost("/signature", (long id, SheetSignature said, SignSheet sign, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Act(http, t, edit => sign.Run(id, edit, new SignOffInput(said.Agrees, said.Opinion), actor, cancel))).Produces(StatusCodes.Status204NoContent).WithSummary("负责人签批，须带 If-Match / the head signs, with If-Match");
        var authority = routes.MapGroup("/api/v1/lists/reviews").RequireAuthorization(p => p.RequireRole(Roles.Authority)).WithTags("reviews");
        authority.MapPost("", Open).Produces<MadeAnswer>(StatusCodes.Status201Created).WithSummary("发起年度复核 / open a yearly review");
        authority.MapPost("/{id:long}/decisions", Decide).Produces<DecidedAnswer>().WithSummary("决定建议移出的条目 / decide what was proposed for removal");
        authority.MapPost("/{id:long}/closing", (long id, CloseReview close, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Act(http, t, edit => close.Run(id, edit, actor, cancel))).Produces(StatusCodes.Status204NoContent).WithSummary("结束复核，须带 If-Match / close a review, with If-Match");
    }

    private static async Task<IResult> Board(long id, ShowReview show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Ok(view);
    }

    private static async Task<IResult> Sheet(long id, ShowSheet show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var found = await show.Run(id, ReviewFilter.From(name => query[name]), query.Page, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Ok(view);
    }

    private static async Task<IResult> Answer(long id, AnswersOrder order, AnswerRows answer, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (Seen(http) is not { } edit) return ProblemAnswers.From([NoIfMatch], t);
        var filter = ReviewFilter.From(name => name switch { "tab" => order.Tab, "kind" => order.Kind, "cause" => order.Cause, _ => order.Q });
        var done = await answer.Run(id, edit, new RowsAnswer(order.Answer, order.Reason, order.Ids, filter), actor, cancel);
        return done.TryGet(out var answered) ? TypedResults.Ok(answered) : ProblemAnswers.From(done.Faults, t);
    }

    private static async Task<IResult> Open(ReviewInput input, OpenReview open, Translator t, Actor actor, CancellationToken cancel)
    {
        var opened = await open.Run(input, actor, cancel);
        return opened.TryGet(out var id) ? TypedResults.Created($"/api/v1/lists/reviews/{id}", new MadeAnswer(id)) : ProblemAnswers.From(opened.Faults, t);
    }

    private static async Task<IResult> Decide(long id, ProposalsDecision decision, DecideProposals decide, Translator t, Actor actor, CancellationToken cancel)
    {
        var done = await decide.Run(id, decision.Ids, decision.Agrees, decision.Reason, actor, cancel);
        return done.TryGet(out var count) ? TypedResults.Ok(new DecidedAnswer(count)) : ProblemAnswers.From(done.Faults, t);
    }

    private static async Task<IResult> Act(HttpContext http, Translator t, Func<int, Task<Result<Done>>> act)
    {
        if (Seen(http) is not { } edit) return ProblemAnswers.From([NoIfMatch], t);
        var done = await act(edit);
        return done.Ok ? TypedResults.NoContent() : ProblemAnswers.From(done.Faults, t);
    }

    private static int? Seen(HttpContext http) => int.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), out var edit) ? edit : null;
}
