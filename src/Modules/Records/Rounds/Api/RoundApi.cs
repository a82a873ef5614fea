using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Rounds.Board;
using Qingdan.Records.Rounds.Merging;
using Qingdan.Records.Rounds.Reporting;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds.Api;

/// <summary>The collection rounds for programs: the same use-cases as the pages.</summary>
internal static class RoundApi
{
    /// <summary>Most rows of one answer.</summary>
    public const int Most = 200;

    /// <summary>What a file is answered as.</summary>
    public const string FileType = "application/octet-stream";

    private const string Root = "/api/v1/rounds";

    public static void MapRoundApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup(Root).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("rounds");
        read.MapGet("", List).WithSummary("集中梳理，新的在前 / rounds, the newest first");
        read.MapGet("/{id:long}", One).WithMetadata(new QueryNames("q", "state", "held", "sort")).Produces<BoardAnswer>().WithSummary("一次集中梳理：通知、计数、看板 / one round: notice, counts, board");
        ReportApi.Map(read.MapGroup("/reports"));
        ReturnApi.Map(read.MapGroup("/returns"));
        var all = routes.MapGroup(Root).RequireAuthorization(p => p.RequireRole(Roles.SeeAll)).WithTags("rounds");
        all.MapGet("/{id:long}/merge", Merge).Produces(StatusCodes.Status200OK, contentType: FileType).WithSummary("全市总表 / the city-wide workbook");
        all.MapGet("/{id:long}/closing", Closing).Produces<ClosingAnswer>().WithSummary("总结报告的数字 / figures of the closing report");
        var city = routes.MapGroup(Root).RequireAuthorization(p => p.RequireRole(ReportAccess.Deciders)).WithTags("rounds");
        city.MapPost("", Open).Produces<NewAnswer>(StatusCodes.Status201Created).WithSummary("发起集中梳理 / open a round");
        city.MapPut("/{id:long}", Edit).NeedsIfMatch("records.round.if-match").Produces(StatusCodes.Status204NoContent).WithSummary("改通知或截止日期，须带 If-Match / change notice or day, with If-Match");
        city.MapPost("/{id:long}/reminders", Remind).Produces<RemindedAnswer>().WithSummary("催办 / remind units");
        city.MapPost("/{id:long}/returns", Collect).TakesFiles().DisableAntiforgery().Produces<CollectedAnswer>().WithSummary("一次收多个单位的工作簿或压缩包 / workbooks of many units, alone or packed");
        city.MapPost("/{id:long}/closing", Close).NeedsIfMatch("records.round.if-match").Produces(StatusCodes.Status204NoContent).WithSummary("结束集中梳理，须带 If-Match / close a round, with If-Match");
    }

    private static async Task<Ok<RoundsAnswer>> List(ListRounds list, Actor actor, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var rows = await list.After(after, take, actor, cancel);
        return TypedResults.Ok(new RoundsAnswer([.. rows.Select(RoundLine.Of)], rows.Count == take ? rows[^1].Round.Id : null));
    }

    private static async Task<IResult> One(long id, ReadBoard read, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (await read.Run(id, BoardFilter.From(new QueryState(http)), actor, cancel) is not { } view) return ProblemAnswers.From([RoundFaults.NotFound], t);
        http.Tag(view.Round.Edit);
        return TypedResults.Ok(BoardAnswer.Of(view, t));
    }

    private static async Task<IResult> Open(RoundInput input, OpenRound open, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await open.Run(input, actor, cancel);
        return result.TryGet(out var id) ? TypedResults.Created($"{Root}/{id}", new NewAnswer(id)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Edit(long id, RoundChange change, EditRound edit, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
        Done(await edit.Run(id, http.SeenEdit(), change.Input(), change.Why, actor, cancel), t);

    private static async Task<IResult> Close(long id, CloseRound close, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Done(await close.Run(id, http.SeenEdit(), actor, cancel), t);

    private static async Task<IResult> Remind(long id, ReminderOrder order, RemindReports remind, Translator t, Actor actor, CancellationToken cancel)
    {
        var chosen = order.Units ?? [];
        if (!order.All && chosen.Count == 0) return ProblemAnswers.From([RoundFaults.NoneChosen], t);
        var result = await remind.Run(id, order.All ? [] : chosen, order.Note, actor, cancel);
        return result.TryGet(out var units) ? TypedResults.Ok(new RemindedAnswer(units)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Collect(long id, IFormFileCollection files, CollectReturns collect, Translator t, Actor actor, CancellationToken cancel)
    {
        if (files.Count == 0) return ProblemAnswers.From([RoundFaults.NoFile], t);
        var result = await collect.Run(id, [.. files.Select(f => (f.FileName, (Func<Stream>)f.OpenReadStream))], actor, cancel);
        return result.TryGet(out var taken) ? TypedResults.Ok(new CollectedAnswer([.. taken.Select(r => CollectedFile.Of(r, t))])) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Merge(long id, MergeRound merge, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await merge.Book(id, actor, cancel);
        return result.TryGet(out var book) ? WorkbookAnswer.Of(book.Name, book.Content) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Closing(long id, ReadClosing read, Translator t, CancellationToken cancel) =>
        await read.Run(id, cancel) is { } view ? TypedResults.Ok(ClosingAnswer.Of(view)) : ProblemAnswers.From([RoundFaults.NotFound], t);

    /// <summary>Nothing to say but that it is done.</summary>
    public static IResult Done(Result<Done> result, Translator t) => result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
}

/// <summary>What became of the files that were sent, one line a workbook.</summary>
internal sealed record CollectedAnswer(IReadOnlyList<CollectedFile> Files);

/// <summary>One of them.</summary>
/// <param name="File">Its name.</param>
/// <param name="ReturnId">The return; absent when it was refused.</param>
/// <param name="Unit">The unit it was recognised for.</param>
/// <param name="Fault">Why it was refused.</param>
internal sealed record CollectedFile(string File, long? ReturnId, string? Unit, ProblemFault? Fault)
{
    public static CollectedFile Of(CollectedRow r, Translator t) => new(r.File, r.ReturnId == 0 ? null : r.ReturnId, r.Unit.Length > 0 ? r.Unit : null, r.Refusal is { } f ? new(f.Code, f.Field, t[f]) : null);
}
