using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Files;

/// <summary>Attachments to be fetched, and for programs also to be sent and taken off.</summary>
internal static class FileEndpoints
{
    private const string FileType = "application/octet-stream";

    public static void MapDemandFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lists/demands/{id:long}/files/{file:long}", (long id, long file, FindFiles find, FileStore files, Actor actor, CancellationToken cancel) => Fetch(id, file, find, files, Pages.Problem, actor, cancel))
            .RequireAuthorization(p => p.RequireRole(Roles.Business));
        var read = routes.MapGroup("/api/v1/lists/demands/{id:long}/files").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("demands");
        read.MapGet("", List).Produces<IReadOnlyList<DemandAttachment>>().WithSummary("需求的附件 / the attachments of a demand");
        read.MapGet("/{file:long}", (long id, long file, FindFiles find, FileStore files, Translator t, Actor actor, CancellationToken cancel) => Fetch(id, file, find, files, f => ProblemAnswers.From(f, t), actor, cancel))
            .Produces(StatusCodes.Status200OK, contentType: FileType).WithSummary("取一个附件 / one attachment");
        var write = routes.MapGroup("/api/v1/lists/demands/{id:long}/files").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead)).WithTags("demands");
        write.MapPost("", Send).DisableAntiforgery().TakesFiles().Produces(StatusCodes.Status204NoContent)
            .WithSummary("上传附件；kind 为 Basis、Assessment、Screenshot、Other / attach a file; kind is Basis, Assessment, Screenshot or Other");
        write.MapDelete("/{file:long}", Remove).Produces(StatusCodes.Status204NoContent).WithSummary("移除附件，须带 If-Match / take an attachment off, with If-Match");
    }

    /// <summary>The files that a form brings.</summary>
    public static IReadOnlyList<SentFile> Sent(IFormFileCollection files) => [.. files.GetFiles("files").Where(f => f.FileName.Length > 0).Select(f => new SentFile(Path.GetFileName(f.FileName), f.OpenReadStream()))];

    private static async Task<IResult> Fetch(long id, long file, FindFiles find, FileStore files, Func<IReadOnlyList<Fault>, IResult> refuse, Actor actor, CancellationToken cancel) =>
        await find.One(id, file, actor, cancel) is { } stored ? Results.File(await files.Open(stored.Id, cancel), FileType, stored.Name) : refuse([FindFiles.NotFound]);

    private static async Task<IResult> List(long id, ShowDemand show, FindFiles find, Translator t, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, false, actor, cancel);
        return found.Ok ? Results.Ok(await find.For(id, actor, cancel)) : ProblemAnswers.From(found.Faults, t);
    }

    private static async Task<IResult> Send(long id, IFormFile file, AttachFiles attach, Translator t, HttpContext http, Actor actor, CancellationToken cancel, [Microsoft.AspNetCore.Mvc.FromForm] string kind = "Other")
    {
        await using var content = file.OpenReadStream();
        var result = await attach.Run(id, kind, [new SentFile(Path.GetFileName(file.FileName), content)], actor, cancel);
        if (!result.TryGet(out var edit)) return ProblemAnswers.From(result.Faults, t);
        http.Response.Headers.ETag = $"\"{edit}\"";
        return Results.NoContent();
    }

    private static async Task<IResult> Remove(long id, long file, RemoveFile remove, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (DemandApi.Seen(http) is not { } edit) return ProblemAnswers.From([DemandApi.MatchNeeded], t);
        var result = await remove.Run(id, edit, file, actor, cancel);
        return result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
    }
}
