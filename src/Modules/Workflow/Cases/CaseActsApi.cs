using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>The acts of a case that ask for more than words, for programs: the same use-cases as the forms of its page.</summary>
internal static class CaseActsApi
{
    public static void MapCaseActsApi(this IEndpointRouteBuilder routes)
    {
        var unit = Group(routes, Roles.Liaison, Roles.UnitHead);
        unit.MapPost("/missing", (long id, CaseMissing order, AskSupplement act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Missing, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("一次性告知补正，须带 If-Match / name all that is missing, once, with If-Match");
        unit.MapPost("/supplement", Supplement).TakesFiles().Accepts<SupplementForm>("multipart/form-data").Produces(StatusCodes.Status204NoContent)
            .WithSummary("补正，可带材料，须带 If-Match / hand in what was missing, with its files, with If-Match");
        unit.MapPost("/extension", (long id, CaseExtension order, AskExtension act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Days, order.Reason, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("申请延长答复期限，须带 If-Match / ask for more time, with If-Match");
        unit.MapPost("/signature", Sign).TakesFiles().Accepts<SignatureForm>("multipart/form-data").Produces(StatusCodes.Status204NoContent)
            .WithSummary("签署答复或退回拟稿，须带 If-Match / sign the answer, in the system or on paper, or send the draft back, with If-Match");
        unit.MapPost("/disposal", (long id, DisposalInput order, DisposeData act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("登记使用和处置，须带 If-Match / enter the record of use and destruction, with If-Match");
        var authority = Group(routes, Roles.Authority);
        authority.MapPost("/another-supplement", (long id, CaseWhy order, AllowSupplement act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Why, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("放行再次补正，须带 If-Match / allow another supplement, with If-Match");
        authority.MapPost("/extension/verdict", (long id, CaseVerdict order, DecideExtension act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Agrees, order.Opinion, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("决定延长答复期限，须带 If-Match / decide on more time, with If-Match");
    }

    private static RouteGroupBuilder Group(IEndpointRouteBuilder routes, params string[] roles) => routes.MapGroup("/api/v1/workflow/cases/{id:long}").RequireAuthorization(p => p.RequireRole(roles)).WithTags("cases");

    private static Task<IResult> Supplement(long id, ActPlainly plainly, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, async edit =>
    {
        var form = await http.Request.ReadFormAsync(cancel);
        return await plainly.Run(id, edit, CaseAct.Supplement, new PlainInput(form["text"].ToString(), Files: form.Files), actor, cancel);
    });

    private static Task<IResult> Sign(long id, SignAnswer act, PaperForm paper, Viewing.ShowCase show, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, async edit =>
    {
        // A scan is stored only for what this person may see.
        if (await show.Run(id, actor, cancel) is { Ok: false } hidden) return hidden.As<Done>();
        var form = await http.Request.ReadFormAsync(cancel);
        if (FormVerdict.Refusal(form, "agree", "return") is { } none) return none;
        var read = await paper.Read(form, form["verdict"] == "agree", actor, cancel);
        return read.TryGet(out var verdict) ? await act.Run(id, edit, verdict, actor, cancel) : read.As<Done>();
    });
}

/// <summary>What is missing, a line each.</summary>
internal sealed record CaseMissing(string Missing = "");

/// <summary>补正, point by point, with the materials (PDF, JPG, PNG, DOCX, XLSX, OFD).</summary>
internal sealed record SupplementForm(string Text, IFormFileCollection? Files);

/// <summary>Working days, and 特殊原因 (政务数据共享条例 21).</summary>
internal sealed record CaseExtension(int Days, string Reason = "");

/// <summary>The signature: <c>agree</c> or <c>return</c>; the other fields where it was signed on paper.</summary>
internal sealed record SignatureForm(string Verdict, string? Opinion, string? Signer, DateOnly? SignedOn, string? DocumentNumber, IFormFile? Scan);

/// <summary>Why it is allowed.</summary>
internal sealed record CaseWhy(string Why = "");

/// <summary>A decision, with the reason where it is a no.</summary>
internal sealed record CaseVerdict(bool Agrees, string Opinion = "");
