using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Resources.Bulk;

/// <summary>Bulk actions: choose in the table, confirm on a page of its own, undo from the message.</summary>
internal static class BulkEndpoints
{
    private static readonly ResourceState[] Reviewable = [ResourceState.InReview, ResourceState.ChangeInReview];
    private static readonly ResourceState[] Submittable = [ResourceState.Draft, ResourceState.Changing];

    public static void Map(RouteGroupBuilder catalog)
    {
        var unit = catalog.MapGroup("/bulk").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        unit.MapPost("/submission", ChooseSubmission);
        unit.MapPost("/submission/decision", Submit).TakesFiles();
        var authority = catalog.MapGroup("/bulk").RequireAuthorization(p => p.RequireRole(Roles.Authority));
        authority.MapPost("/review", ChooseReview);
        authority.MapPost("/review/decision", Review).TakesFiles();
        catalog.MapPost("/bulk/{decision:long}/undo", Undo).RequireAuthorization(p => p.RequireRole(Roles.Authority, Roles.Liaison, Roles.UnitHead));
    }

    private static async Task<IResult> ChooseReview(HttpRequest request, IFormCollection form, BulkChoice choice, Actor actor, CancellationToken cancel)
    {
        var (rows, filter, refused) = await Chosen(request, form, choice, Reviewable, own: false, actor, cancel);
        return refused ?? Pages.Ok<BulkReviewPage>(new { Rows = rows, Filter = filter });
    }

    private static async Task<IResult> ChooseSubmission(HttpRequest request, IFormCollection form, BulkChoice choice, Actor actor, CancellationToken cancel)
    {
        var (rows, filter, refused) = await Chosen(request, form, choice, Submittable, own: true, actor, cancel);
        return refused ?? Pages.Ok<BulkSubmissionPage>(new { Rows = rows, Filter = filter, MaySign = actor.Is(Roles.UnitHead) });
    }

    private static async Task<IResult> Review(HttpRequest request, IFormCollection form, BulkChoice choice, ReviewMany review, PaperForm paper, Flash flash, Translator t, Actor actor, CancellationToken cancel)
    {
        var (rows, filter, refused) = await Chosen(request, form, choice, Reviewable, own: false, actor, cancel);
        if (refused is not null) return refused;
        var agrees = form["verdict"] == "agree";
        var verdict = await paper.Read(form, agrees, actor, cancel);
        var result = verdict.TryGet(out var input) ? await review.Run(rows.ToDictionary(r => r.Id, r => r.Edit), filter, input, actor, cancel) : verdict.As<BulkResult>();
        if (!result.TryGet(out var done)) return Pages.Refused<BulkReviewPage>(new { Rows = rows, Filter = filter, Texts = form }, result.Faults);
        var text = agrees ? t["已通过并发布 {0} 个目录。", done.Done] : t["已退回 {0} 个目录。", done.Done];
        return Said(request.HttpContext, flash, t, done.Left > 0 ? text + t["另有 {0} 个在您打开之后又有变化，没有动。", done.Left] : text, done);
    }

    private static async Task<IResult> Submit(HttpRequest request, IFormCollection form, BulkChoice choice, SubmitMany submit, PaperForm paper, Flash flash, Translator t, Actor actor, CancellationToken cancel)
    {
        var (rows, filter, refused) = await Chosen(request, form, choice, Submittable, own: true, actor, cancel);
        if (refused is not null) return refused;
        var consent = await paper.Read(form, agrees: true, actor, cancel);
        var result = consent.TryGet(out var input) ? await submit.Run([.. rows.Select(r => r.Id)], filter, form["assessed"] == "true", input, actor, cancel) : consent.As<BulkResult>();
        if (!result.TryGet(out var done))
            return Pages.Refused<BulkSubmissionPage>(new { Rows = rows, Filter = filter, Texts = form, MaySign = actor.Is(Roles.UnitHead) }, result.Faults);
        return Said(request.HttpContext, flash, t, done.Left > 0 ? t["已报送 {0} 个目录；{1} 个内容不完整，仍是草稿。", done.Done, done.Left] : t["已报送 {0} 个目录。", done.Done], done);
    }

    private static async Task<IResult> Undo(long decision, UndoBulk undo, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await undo.Run(decision, actor, cancel);
        if (!result.TryGet(out var done)) return Pages.Problem(result.Faults);
        return flash.Back(http, "/catalog", done.Left > 0 ? t["已撤销 {0} 个；{1} 个之后又有人办理，没有动。", done.Done, done.Left] : t["已撤销 {0} 个目录的批量办理。", done.Done]);
    }

    private static async Task<(IReadOnlyList<ChosenResource> Rows, string Filter, IResult? Refused)> Chosen(
        HttpRequest request, IFormCollection form, BulkChoice choice, ResourceState[] states, bool own, Actor actor, CancellationToken cancel)
    {
        var (ids, filter) = await choice.Read(request, form, actor, cancel);
        // The number a row was shown with goes along: a refused form does not make the person see what changed since.
        var rows = (await choice.Rows(ids, states, own, actor, cancel)).Select(r => int.TryParse(form[$"edit-{r.Id}"], out var edit) ? r with { Edit = edit } : r).ToList();
        var fault = rows.Count == 0 ? BulkFaults.Nothing : rows.Count > ReviewMany.Most ? BulkFaults.TooMany : null;
        return (rows, filter, fault is null ? null : Pages.Problem([fault]));
    }

    private static IResult Said(HttpContext http, Flash flash, Translator t, string text, BulkResult done) =>
        flash.Back(http, "/catalog", text, t["撤销这 {0} 个", done.Done], $"/catalog/bulk/{done.Decision}/undo");
}
