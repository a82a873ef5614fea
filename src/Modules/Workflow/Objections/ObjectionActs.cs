using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Objections.Viewing;

namespace Qingdan.Workflow.Objections;

/// <summary>The forms of an objection: each posts to its act; a refused one is shown again with all that was typed.</summary>
internal static class ObjectionActs
{
    public static void MapObjectionActs(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/workflow/objections/new", Raise).TakesFiles().RequireAuthorization(p => p.RequireRole(ObjectionFlow.Unit));
        var unit = routes.MapGroup("/workflow/objections/{id:long}").RequireAuthorization(p => p.RequireRole(ObjectionFlow.Unit));
        unit.MapPost("/accept", (long id, IFormCollection form, AcceptObjection act, [AsParameters] ObjectionPost at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["note"].ToString(), at.Actor, cancel), "已受理，数据已标明存疑。", form, cancel));
        unit.MapPost("/elsewhere", (long id, IFormCollection form, PointElsewhere act, [AsParameters] ObjectionPost at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["way"].ToString(), at.Actor, cancel), "已告知其他途径，本件结束。", form, cancel));
        unit.MapPost("/source", (long id, IFormCollection form, HandToSource act, [AsParameters] ObjectionPost at, CancellationToken cancel) =>
            at.Done(id, act.Run(id, form.Edit(), long.TryParse(form["source"], NumberStyles.None, CultureInfo.InvariantCulture, out var source) ? source : 0, form["system"].ToString(), form["ask"].ToString(), at.Actor, cancel), "已转数源单位核实。", form, cancel));
        unit.MapPost("/source-answer", (long id, IFormCollection form, AnswerAsSource act, [AsParameters] ObjectionPost at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["note"].ToString(), at.Actor, cancel), "已回复提供单位。", form, cancel));
        unit.MapPost("/result", (long id, IFormCollection form, VerifyData act, [AsParameters] ObjectionPost at, CancellationToken cancel) =>
            at.Done(id, act.Run(id, form.Edit(), form["outcome"].ToString(), form["result"].ToString(), TypedDay.Read(form["correctedOn"]), at.Actor, cancel), "已反馈结果，使用单位已告知。", form, cancel));
        unit.MapPost("/satisfied", (long id, IFormCollection form, AcceptResult act, [AsParameters] ObjectionPost at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["note"].ToString(), at.Actor, cancel), "已认可，本件办结。", form, cancel));
        unit.MapPost("/insist", (long id, IFormCollection form, InsistOnObjection act, [AsParameters] ObjectionPost at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["why"].ToString(), at.Actor, cancel), "已报主管部门决定。", form, cancel));
        unit.MapPost("/withdraw", (long id, IFormCollection form, WithdrawObjection act, [AsParameters] ObjectionPost at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["reason"].ToString(), at.Actor, cancel), "异议已撤回。", form, cancel));
        routes.MapPost("/workflow/objections/{id:long}/decision", Decide).RequireAuthorization(p => p.RequireRole(Roles.Authority));
    }

    private static Task<IResult> Decide(long id, IFormCollection form, DecideObjection act, [AsParameters] ObjectionPost at, CancellationToken cancel)
    {
        var verdict = form["verdict"].ToString();
        var result = verdict is "uphold" or "again" ? act.Run(id, form.Edit(), verdict == "uphold", form["opinion"].ToString(), at.Actor, cancel)
            : Task.FromResult<Result<Done>>(new Fault("workflow.objection.verdict.required", "请选择维持还是重新核实。", "verdict"));
        return at.Done(id, result, "已决定，双方都会看到。", form, cancel);
    }

    private static async Task<IResult> Raise(IFormCollection form, RaiseObjection raise, ShowObjectionForm show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel, long resource = 0)
    {
        var (proof, faults) = (new List<ProofFile>(), new List<Fault>());
        try
        {
            foreach (var file in form.Files.GetFiles("proof").Where(f => f.Length > 0))
            {
                var content = file.OpenReadStream();
                proof.Add(new(Path.GetFileName(file.FileName), content));
                if (ScanFile.Refusal(file, content, "proof") is { } refused) faults.Add(refused);
            }
            if (faults.Count > 0) return await ObjectionEndpoints.Form(resource, show, actor, form, faults, cancel);
            var raised = await raise.Run(Draft(resource, form), proof, actor, cancel);
            if (!raised.TryGet(out var id)) return await ObjectionEndpoints.Form(resource, show, actor, form, raised.Faults, cancel);
            return flash.Back(http, $"/workflow/objections/{id}", t["异议已提出，提供单位会看到。"]);
        }
        finally
        {
            foreach (var one in proof) await one.Content.DisposeAsync();
        }
    }

    private static ObjectionDraft Draft(long resource, IFormCollection form) => new(
        resource, [.. form["item"].Select(v => long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)], form["wrong"].ToString(), form["what"].ToString(), form["record"].ToString(), form["shouldBe"].ToString());
}

/// <summary>What every form of an objection does when its act is done, or refused.</summary>
internal sealed record ObjectionPost(ShowObjection Show, Flash Flash, Translator T, HttpContext Http, Actor Actor)
{
    /// <summary>Back to the objection with a message, or the page again with what was typed.</summary>
    public async Task<IResult> Done(long id, Task<Result<Done>> act, string message, IFormCollection form, CancellationToken cancel)
    {
        var result = await act;
        if (!result.Ok) return await ObjectionEndpoints.Page(id, Show, Actor, form, result.Faults, cancel);
        return Flash.Back(Http, $"/workflow/objections/{id}", T[message]);
    }
}
