using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Orders;

namespace Qingdan.Workflow.Letters;

/// <summary>Letters of a case: to be fetched as a draft, and the final file to be kept and fetched again.</summary>
internal static class LetterEndpoints
{
    /// <summary>Nothing was chosen.</summary>
    public static readonly Fault NoFile = new("workflow.letter.file.required", "请选择定稿的 .docx 文件。", "file");

    public static void MapLetters(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/workflow").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("/cases/{id:long}/letters/{kind}", Draft);
        read.MapGet("/letters/{id:long}", Kept);
        routes.MapPost("/workflow/cases/{id:long}/letters", Keep).TakesFiles().RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
    }

    private static async Task<IResult> Draft(long id, string kind, ComposeLetter compose, Actor actor, CancellationToken cancel)
    {
        if (!Enum.TryParse<LetterKind>(kind, out var wanted) || !Enum.IsDefined(wanted)) return Pages.Problem([new Fault("workflow.letter.unknown", "没有这种文书。", "kind", FaultKind.NotFound)]);
        var composed = await compose.Run(id, wanted, actor, cancel);
        if (!composed.TryGet(out var letter)) return Pages.Problem(composed.Faults);
        using var file = new MemoryStream();
        LetterFile.Write(letter, file);
        return Results.File(file.ToArray(), LetterFile.ContentType, $"{letter.Title}.docx");
    }

    private static async Task<IResult> Kept(long id, Store store, FileStore files, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var (cases, orders, meetings) = (CaseAccess.Visible(store.Set<Case>(), actor, units), OrderAccess.Visible(store.Set<Order>(), actor, units), actor.Is(Roles.SeeAll));
        var file = await store.Set<KeptLetter>().AsNoTracking()
            .Where(l => l.Id == id && (l.SubjectId == 0 ? cases.Any(c => c.Id == l.CaseId) : meetings || orders.Any(o => o.Id == l.SubjectId)))
            .Join(store.Set<StoredFile>(), l => l.FileId, f => f.Id, (l, f) => f).SingleOrDefaultAsync(cancel);
        return file is null ? Pages.Problem([CaseFaults.NotFound]) : Results.File(await files.Open(file.Id, cancel), "application/octet-stream", file.Name);
    }

    private static async Task<IResult> Keep(long id, IFormCollection form, KeepLetter keep, [AsParameters] CaseForm at, CancellationToken cancel)
    {
        if (form.Files["file"] is not { Length: > 0 } file) return await at.Done(id, Task.FromResult<Result<Done>>(NoFile), "", form, cancel);
        await using var content = file.OpenReadStream();
        var kind = Enum.TryParse<LetterKind>(form["kind"], out var wanted) ? wanted : LetterKind.Reply;
        return await at.Done(id, keep.Run(id, kind, form["number"].ToString(), Path.GetFileName(file.FileName), content, at.Actor, cancel), "定稿已归档。", form, cancel);
    }
}
