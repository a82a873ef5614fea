using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Cases;

/// <summary>The forms of a case: each posts to its act; a refused one is shown again with all that was typed.</summary>
internal static class CaseActs
{
    public static void MapCaseActs(this IEndpointRouteBuilder routes)
    {
        Group(routes, Roles.Liaison, Roles.UnitHead, Roles.DataCentre, Roles.Authority).MapPost("/acts/{act}", Plain).TakesFiles();
        Group(routes, Roles.DataCentre).MapPost("/grant", (long id, IFormCollection form, GrantDirectly act, [AsParameters] CaseForm at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["note"].ToString(), at.Actor, cancel), "已直接授权，提供单位会看到。", form, cancel));
        var unit = Group(routes, Roles.Liaison, Roles.UnitHead);
        unit.MapPost("/missing", (long id, IFormCollection form, AskSupplement act, [AsParameters] CaseForm at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["missing"].ToString(), at.Actor, cancel), "已一次性告知需求单位。", form, cancel));
        unit.MapPost("/extension", (long id, IFormCollection form, AskExtension act, [AsParameters] CaseForm at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), Number(form, "days"), form["reason"].ToString(), at.Actor, cancel), "已报主管部门，同意后告知需求单位。", form, cancel));
        unit.MapPost("/sign", Sign).TakesFiles();
        unit.MapPost("/answer", Answer);
        unit.MapPost("/disposal", (long id, IFormCollection form, DisposeData act, [AsParameters] CaseForm at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), Disposal(form), at.Actor, cancel), "已登记，本件办结。", form, cancel));
        Group(routes, Roles.Liaison, Roles.UnitHead, Roles.DataCentre).MapPost("/supply", (long id, IFormCollection form, SupplyData act, [AsParameters] CaseForm at, CancellationToken cancel) =>
            at.Done(id, act.Run(id, form.Edit(), form["way"].ToString(), form["where"].ToString(), at.Actor, cancel), "已登记提供，需求单位可以使用。", form, cancel));
        var authority = Group(routes, Roles.Authority);
        authority.MapPost("/allow", (long id, IFormCollection form, AllowSupplement act, [AsParameters] CaseForm at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["why"].ToString(), at.Actor, cancel), "已放行，提供单位可以再告知一次。", form, cancel));
        authority.MapPost("/extension/verdict", (long id, IFormCollection form, DecideExtension act, [AsParameters] CaseForm at, CancellationToken cancel) =>
            at.Done(id, FormVerdict.Refusal(form, "agree", "return") is { } none ? Task.FromResult<Result<Done>>(none) : act.Run(id, form.Edit(), form["verdict"] == "agree", form["opinion"].ToString(), at.Actor, cancel), "已决定，双方都会看到。", form, cancel));
    }

    private static RouteGroupBuilder Group(IEndpointRouteBuilder routes, params string[] roles) => routes.MapGroup("/workflow/cases/{id:long}").RequireAuthorization(p => p.RequireRole(roles));

    private static async Task<IResult> Plain(long id, string act, IFormCollection form, ActPlainly plainly, [AsParameters] CaseForm at, CancellationToken cancel)
    {
        if (!Enum.TryParse<CaseAct>(act, out var wanted) || PlainAct.Of(wanted) is not { } plain) return Pages.Problem([ActPlainly.Unknown]);
        var result = await plainly.Run(id, form.Edit(), wanted, new PlainInput(form[$"text-{act}"].ToString(), TypedDay.Read(form[$"day-{act}"]), form[$"number-{act}"].ToString(), TypedDay.Read(form[$"since-{act}"]), form.Files, Chosen(form[$"items-{act}"])), at.Actor, cancel);
        // Several such forms stand on one page: the fields of each bear its name.
        var named = result.Ok ? result : result.Faults.Select(f => f.Field is "text" or "day" or "number" or "since" or "items" ? f with { Field = $"{f.Field}-{act}" } : f).ToList();
        return await at.Done(id, Task.FromResult(named), plain.Done, form, cancel);
    }

    private static async Task<IResult> Sign(long id, IFormCollection form, SignAnswer act, PaperForm paper, [AsParameters] CaseForm at, CancellationToken cancel)
    {
        // A scan is stored only for what this person may see.
        if (await at.Show.Run(id, at.Actor, cancel) is { Ok: false } hidden) return Pages.Problem(hidden.Faults);
        if (FormVerdict.Refusal(form, "agree", "return") is { } none) return await at.Done(id, Task.FromResult<Result<Done>>(none), "", form, cancel);
        var agrees = form["verdict"] == "agree";
        var read = await paper.Read(form, agrees, at.Actor, cancel);
        return await at.Done(id, read.TryGet(out var verdict) ? act.Run(id, form.Edit(), verdict, at.Actor, cancel) : Task.FromResult(read.As<Done>()), agrees ? "已签署，答复已送出。" : "已退回拟稿。", form, cancel);
    }

    private static async Task<IResult> Answer(long id, IFormCollection form, DraftAnswer act, [AsParameters] CaseForm at, CancellationToken cancel)
    {
        if (form["fill"] == "agree") return await CaseEndpoints.AnswerDesk(id, at.Show, at.Actor, Filled(form), [], cancel);
        var result = await act.Run(id, form.Edit(), Answers(form), form["note"].ToString(), at.Actor, cancel);
        return result.Ok ? at.Back(id, "答复已拟好，待负责人签署。") : await CaseEndpoints.AnswerDesk(id, at.Show, at.Actor, form, result.Faults, cancel);
    }

    // What nobody has chosen yet becomes "granted"; the person sees it before it is handed on.
    private static FormCollection Filled(IFormCollection form) => new(form.ToDictionary(f => f.Key, f =>
        f.Key.EndsWith("].verdict", StringComparison.Ordinal) && f.Value.ToString().Length == 0 ? new StringValues(nameof(Verdict.Agree)) : f.Value));

    // The fields of an item bear its place, so that a fault finds its field again.
    private static List<AnswerInput> Answers(IFormCollection form)
    {
        var answers = new List<AnswerInput>();
        for (var i = 0; form.ContainsKey($"items[{i}].id"); i++)
            if (long.TryParse(form[$"items[{i}].id"], NumberStyles.None, CultureInfo.InvariantCulture, out var item))
                answers.Add(new AnswerInput(item, Of("verdict"), Of("condition"), Of("reason"), Of("basisName"), Of("basisClause")));
        return answers;

        string Of(string name) => form[$"items[{answers.Count}].{name}"].ToString();
    }

    private static DisposalInput Disposal(IFormCollection form) => new(
        form["scene"].ToString(), form["course"].ToString(), form["effect"].ToString(), form["storage"].ToString(), form["destruction"].ToString(), TypedDay.Read(form["destroyedOn"]));

    private static List<long> Chosen(StringValues items) => [.. items.Select(i => long.TryParse(i, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)];

    private static int Number(IFormCollection form, string name) => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>What every form of a case does when its act is done, or refused.</summary>
internal sealed record CaseForm(ShowCase Show, Flash Flash, Translator T, HttpContext Http, Actor Actor)
{
    /// <summary>Back to the case with a message, or the page again with what was typed.</summary>
    public async Task<IResult> Done(long id, Task<Result<Done>> act, string message, IFormCollection form, CancellationToken cancel)
    {
        var result = await act;
        return result.Ok ? Back(id, message) : await CaseEndpoints.Page(id, Show, Actor, form, result.Faults, cancel);
    }

    /// <summary>To the case, with a message.</summary>
    public IResult Back(long id, string message) => Flash.Back(Http, $"/workflow/cases/{id}", T[message]);
}
