using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>The pages of the yearly reviews.</summary>
internal static class ReviewEndpoints
{
    public static void MapReviewPages(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/lists/reviews").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", async (FindReviews find, Actor actor, CancellationToken cancel) => Pages.Ok<ReviewListPage>(new { Reviews = await find.All(actor, cancel), MayOpen = actor.Is(Roles.Authority) }));
        read.MapGet("/{id:long}", (long id, [AsParameters] ReviewForm at, CancellationToken cancel) => at.Board(id, null, [], cancel));
        read.MapGet("/{id:long}/export", Export);
        read.MapGet("/sheets/{id:long}", (long id, [AsParameters] ReviewForm at, CancellationToken cancel) => at.Sheet(id, null, [], cancel));
        var unit = routes.MapGroup("/lists/reviews/sheets/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        // All forms of a sheet post to its own address: a refused one stands under it, with tabs and filter as they were.
        unit.MapPost("", Post).TakesFiles();
        var authority = routes.MapGroup("/lists/reviews").RequireAuthorization(p => p.RequireRole(Roles.Authority));
        authority.MapGet("/new", (IOrganizationDirectory organizations, CancellationToken cancel) => Form(new("", "", "", "", [], []), [], organizations, cancel));
        authority.MapPost("/new", Open);
        authority.MapPost("/{id:long}/decide", Decide);
        authority.MapPost("/{id:long}/close", async (long id, IFormCollection form, CloseReview close, [AsParameters] ReviewForm at, CancellationToken cancel) => await at.OnBoard(id, await close.Run(id, form.Edit(), at.Actor, cancel), at.T["复核已结束。"], form, cancel));
    }

    private static async Task<IResult> Form(ReviewInput input, IReadOnlyList<Fault> faults, IOrganizationDirectory organizations, CancellationToken cancel)
    {
        var parameters = new { Input = input, Units = (await organizations.Tree(cancel)).All };
        return faults.Count == 0 ? Pages.Ok<ReviewFormPage>(parameters) : Pages.Refused<ReviewFormPage>(parameters, faults);
    }

    private static async Task<IResult> Open(IFormCollection form, OpenReview open, IOrganizationDirectory organizations, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var input = new ReviewInput(form["title"].ToString(), form["noticeNumber"].ToString(), form["dueOn"].ToString(), form["note"].ToString(), [.. form["kinds"].OfType<string>()], FormNumber.All(form, "units"));
        var opened = await open.Run(input, actor, cancel);
        if (!opened.TryGet(out var id)) return await Form(input, opened.Faults, organizations, cancel);
        return flash.Back(http, $"/lists/reviews/{id}", t["已发起。各单位的“我的待办”里会出现要复核的条目。"]);
    }

    private static async Task<IResult> Post(long id, IFormCollection form, AnswerRows answer, SubmitSheet submit, SignSheet sign, PaperForm paper, ShowSheet show, [AsParameters] ReviewForm at, CancellationToken cancel) => form["act"].ToString() switch
    {
        "submit" => await at.OnSheet(id, await submit.Run(id, form.Edit(), at.Actor, cancel), "已提交，轮到单位负责人签批。", form, cancel),
        "sign" => await Sign(id, form, sign, paper, show, at, cancel),
        _ => await Answer(id, form, answer, at, cancel),
    };

    private static async Task<IResult> Answer(long id, IFormCollection form, AnswerRows answer, ReviewForm at, CancellationToken cancel)
    {
        var said = new RowsAnswer(form["answer"].ToString(), form["reason"].ToString(), form["all"] == "true" ? null : FormNumber.All(form, "id"), ReviewFilter.From(name => new QueryState(at.Http)[name]));
        var done = await answer.Run(id, form.Edit(), said, at.Actor, cancel);
        return done.TryGet(out var answered)
            ? at.Back($"/lists/reviews/sheets/{id}{at.Http.Request.QueryString}", answered.Left == 0 ? Tone.Ok : Tone.Warn, at.T["已答复 {0} 条。", answered.Count] + (answered.Left == 0 ? "" : at.T["另有 {0} 条不能这样答复，没有改动。", answered.Left]))
            : await at.Sheet(id, form, done.Faults, cancel);
    }

    private static async Task<IResult> Sign(long id, IFormCollection form, SignSheet sign, PaperForm paper, ShowSheet show, ReviewForm at, CancellationToken cancel)
    {
        var agrees = form["verdict"] == "agree";
        // A scan is stored only for what this person may see.
        if (await show.Run(id, ReviewFilter.From(_ => null), 1, at.Actor, cancel) is { Ok: false } hidden) return Pages.Problem(hidden.Faults);
        var read = await paper.Read(form, agrees, at.Actor, cancel);
        var done = read.TryGet(out var verdict) ? await sign.Run(id, form.Edit(), verdict, at.Actor, cancel) : read.As<Done>();
        return await at.OnSheet(id, done, agrees ? "已签批，答复生效。" : "已退回联络员。", form, cancel);
    }

    private static async Task<IResult> Decide(long id, IFormCollection form, DecideProposals decide, [AsParameters] ReviewForm at, CancellationToken cancel)
    {
        var done = await decide.Run(id, FormNumber.All(form, "id"), form["verdict"] == "agree", form["reason"].ToString(), at.Actor, cancel);
        return await at.OnBoard(id, done.TryGet(out _) ? new Done() : done.As<Done>(), done.TryGet(out var count) ? at.T["已决定 {0} 条。", count] : "", form, cancel);
    }

    private static async Task<IResult> Export(long id, ExportReview export, Translator t, Actor actor, CancellationToken cancel)
    {
        var found = await export.Run(id, actor, cancel);
        return found.TryGet(out var sheet) ? await ListWorkbook.Answer(sheet.Spec, sheet.Rows, $"{t["年度复核"]}.xlsx", cancel) : Pages.Problem(found.Faults);
    }
}
