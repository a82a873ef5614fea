using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Resources.Deciding;

/// <summary>报送, 放弃, 审核, 下线 of one resource.</summary>
internal static class DecideEndpoints
{
    public static void Map(RouteGroupBuilder catalog)
    {
        var unit = catalog.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        unit.MapGet("/{id:long}/submission", Submission);
        unit.MapPost("/{id:long}/submission", Submit).TakesFiles();
        unit.MapGet("/{id:long}/drop", Dropping);
        unit.MapPost("/{id:long}/drop", Drop);
        var authority = catalog.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.Authority));
        authority.MapGet("/{id:long}/review", Review);
        authority.MapPost("/{id:long}/review", Decide).TakesFiles();
        authority.MapGet("/{id:long}/withdrawal", Withdrawal);
        authority.MapPost("/{id:long}/withdrawal", Withdraw);
    }

    private static async Task<IResult> Submission(long id, ReadResource read, ResourceRules rules, Actor actor, CancellationToken cancel)
    {
        if (!(await read.Run(id, actor, cancel)).TryGet(out var view)) return Pages.Problem([CatalogFaults.NotFound]);
        return view.May.Submit ? Page(view, null, rules, actor, []) : Pages.Problem([SubmitResource.Refusal(view.State) ?? CatalogFaults.NotFound]);
    }

    private static async Task<IResult> Submit(
        long id, IFormCollection form, ReadResource read, SubmitResource submit, ResourceRules rules, PaperForm paper, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (!(await read.Run(id, actor, cancel)).TryGet(out var view)) return Pages.Problem([CatalogFaults.NotFound]);
        if (!view.May.Submit) return Pages.Problem([SubmitResource.Refusal(view.State) ?? CatalogFaults.NotFound]);
        var consent = await paper.Read(form, agrees: true, actor, cancel);
        var result = consent.TryGet(out var input) ? await submit.Run(id, form["assessed"] == "true", input, actor, cancel) : consent.As<Done>();
        if (!result.Ok) return Page(view, form, rules, actor, result.Faults);
        return flash.Back(http, $"/catalog/{id}", t["已报送，等待主管部门审核。"]);
    }

    private static RazorComponentResult<SubmissionPage> Page(ResourceView view, IFormCollection? texts, ResourceRules rules, Actor actor, IReadOnlyList<Fault> faults)
    {
        // What the content owes is mended in the editor and listed once, apart from the faults of this form.
        var owed = rules.ForSubmission(view.Next ?? view.Content);
        var parameters = new
        {
            View = view, Texts = texts, MaySign = actor.Is(Roles.UnitHead), Owed = owed.Select(f => ($"/catalog/{view.Id}/edit#{FormFaults.IdOf(f.Field ?? "")}", f)).ToList(),
        };
        var here = faults.Where(f => !owed.Any(o => o.Code == f.Code && o.Field == f.Field)).ToList();
        if (faults.Count == 0) return Pages.Ok<SubmissionPage>(parameters);
        return Pages.Refused<SubmissionPage>(parameters, here.Count > 0 ? here : [new Fault("catalog.submission.incomplete", "内容还没有补齐，见下面的清单。")]);
    }

    private static async Task<IResult> Dropping(long id, ReadResource read, Actor actor, CancellationToken cancel)
    {
        if (!(await read.Run(id, actor, cancel)).TryGet(out var view)) return Pages.Problem([CatalogFaults.NotFound]);
        return view.May.Drop ? Pages.Ok<DropPage>(new { View = view }) : Pages.Problem([SubmitResource.Refusal(view.State) ?? CatalogFaults.NotFound]);
    }

    private static async Task<IResult> Drop(long id, IFormCollection form, DropDraft drop, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await drop.Run(id, form.Edit(), actor, cancel);
        if (!result.TryGet(out var state)) return Pages.Problem(result.Faults);
        return flash.Back(http, state == ResourceState.Published ? $"/catalog/{id}" : "/catalog", state == ResourceState.Published ? t["已放弃变更，生效中的一版不变。"] : t["已放弃草稿。"]);
    }

    private static async Task<IResult> Review(long id, ReadResource read, DeclaredElements declared, IEnumerable<AuditAction> actions, Actor actor, CancellationToken cancel)
    {
        if (!(await read.WithHistory(id, actor, cancel)).TryGet(out var view)) return Pages.Problem([CatalogFaults.NotFound]);
        return view.May.Review ? Pages.Ok<ReviewPage>(Parameters(view, declared, actions, null)) : Pages.Problem([ReviewResource.NotInReview]);
    }

    private static async Task<IResult> Decide(
        long id, IFormCollection form, ReadResource read, ReviewResource review, PaperForm paper, DeclaredElements declared, IEnumerable<AuditAction> actions,
        Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (!(await read.WithHistory(id, actor, cancel)).TryGet(out var view)) return Pages.Problem([CatalogFaults.NotFound]);
        if (!view.May.Review) return Pages.Problem([ReviewResource.NotInReview]);
        var agrees = form["verdict"] == "agree";
        var verdict = await paper.Read(form, agrees, actor, cancel);
        var result = verdict.TryGet(out var input) ? await review.Run(id, form.Edit(), input, actor, cancel) : verdict.As<Done>();
        if (!result.Ok) return Pages.Refused<ReviewPage>(Parameters(view, declared, actions, form), result.Faults);
        return flash.Back(http, $"/catalog/{id}", agrees ? t["已通过并发布。"] : t["已退回，提供单位会看到您的意见。"]);
    }

    private static object Parameters(ResourceView view, DeclaredElements declared, IEnumerable<AuditAction> actions, IFormCollection? texts) => new
    {
        View = view, Texts = texts, Lines = (IReadOnlyList<DifferenceLine>)(view.Next is { } next ? ContentDifference.Between(view.Content, next) : []),
        Declared = declared.Filled((view.Next ?? view.Content).Elements), ActionNames = ViewEndpoints.Names(actions),
    };

    private static async Task<IResult> Withdrawal(long id, ReadResource read, Actor actor, CancellationToken cancel)
    {
        if (!(await read.WithHistory(id, actor, cancel)).TryGet(out var view)) return Pages.Problem([CatalogFaults.NotFound]);
        return view.May.Withdraw ? Pages.Ok<WithdrawalPage>(new { View = view }) : Pages.Problem([WithdrawResource.NotPublished]);
    }

    private static async Task<IResult> Withdraw(long id, IFormCollection form, ReadResource read, WithdrawResource withdraw, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var why = form["why"].ToString();
        var result = await withdraw.Run(id, why, actor, cancel);
        if (!result.Ok && (await read.WithHistory(id, actor, cancel)).TryGet(out var view)) return Pages.Refused<WithdrawalPage>(new { View = view, Why = why }, result.Faults);
        if (!result.Ok) return Pages.Problem(result.Faults);
        return flash.Back(http, $"/catalog/{id}", t["已下线。"]);
    }
}
