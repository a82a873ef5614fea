using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Receiving;
using Qingdan.Catalog.Import.Running;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Import.Views;

/// <summary>The import for programs: the same use-cases as the pages.</summary>
internal static class ImportApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/imports").WithTags("imports").RequireAuthorization(p => p.RequireRole(ImportEndpoints.MayImport));
        api.MapPost("", Receive).TakesFiles().DisableAntiforgery().Produces<ImportAnswer>(StatusCodes.Status201Created);
        api.MapGet("/{id:long}", One).Produces<ImportAnswer>();
        api.MapPut("/{id:long}/mapping", Choose).Produces<ImportAnswer>(StatusCodes.Status202Accepted);
        api.MapPost("/{id:long}/start", Start).Produces<ImportAnswer>(StatusCodes.Status202Accepted);
        api.MapDelete("/{id:long}", Undo).Produces<ImportAnswer>(StatusCodes.Status202Accepted);
        api.MapGet("/{id:long}/report", Report);
    }

    private static async Task<IResult> Receive(IFormFile file, HttpContext http, ReceiveFile receive, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel)
    {
        var target = ImportWords.ReadTarget(http.Request.Form["target"]);
        if (!target.Ok) return ProblemAnswers.From(target.Faults, t);
        await using var content = file.OpenReadStream();
        var result = await receive.Run(file.FileName, content, target.Value, actor, cancel);
        return result.TryGet(out var id) ? Results.Created($"/api/v1/imports/{id}", await Answer(id, queries, t, actor, cancel)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> One(long id, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel) =>
        await Answer(id, queries, t, actor, cancel) is { } answer ? Results.Ok(answer) : ProblemAnswers.From([ImportFaults.NotFound], t);

    private static async Task<IResult> Choose(long id, MappingBody body, ChooseMapping choose, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel)
    {
        if (await queries.One(id, actor, cancel) is not { } view) return ProblemAnswers.From([ImportFaults.NotFound], t);
        var fields = new Dictionary<int, string>();
        var faults = new List<Fault>();
        foreach (var column in (await queries.Mapping(id, cancel)).Columns)
        {
            var key = body.Columns is null ? column.Key : body.Columns.GetValueOrDefault(column.Header);
            if (key is not null && Fields.ImportFields.Find(key) is null) faults.Add(new("catalog.import.mapping.unknown-field", "没有“{0}”这一项。", "columns", FaultKind.Invalid, key));
            fields[column.Index] = key ?? "";
        }
        if (faults.Count > 0) return ProblemAnswers.From(faults, t);
        var result = await choose.Run(id, new MappingChoice(body.Edit ?? view.Edit, fields, body.Provider ?? "", body.Target ?? view.Target, body.KeepAs ?? ""), actor, cancel);
        return await Accepted(result, id, queries, t, actor, cancel);
    }

    private static async Task<IResult> Start(long id, StartBody body, StartImport start, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel) =>
        await queries.One(id, actor, cancel) is { } view
            ? await Accepted(await start.Run(id, body.Edit ?? view.Edit, body.OnlyGood, actor, cancel), id, queries, t, actor, cancel)
            : ProblemAnswers.From([ImportFaults.NotFound], t);

    private static async Task<IResult> Undo(long id, StartImport start, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel) =>
        await Accepted(await start.Undo(id, actor, cancel), id, queries, t, actor, cancel);

    private static async Task<IResult> Report(long id, string? format, WriteReport report, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await report.Prepare(id, format, actor, cancel);
        return result.TryGet(out var file) ? Results.Stream(file.Write, file.MediaType, file.Name) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Accepted(Result<Done> result, long id, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel) =>
        result.Ok ? Results.Accepted($"/api/v1/imports/{id}", await Answer(id, queries, t, actor, cancel)) : ProblemAnswers.From(result.Faults, t);

    private static async Task<ImportAnswer?> Answer(long id, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel) =>
        await queries.One(id, actor, cancel) is not { } view ? null : ImportAnswer.Of(view, (await queries.Mapping(id, cancel)).Columns, t);
}

/// <summary>The corrected mapping. What is absent stays as it was proposed.</summary>
/// <param name="Columns">Header → key of a field; headers that are absent are left out of the import.</param>
/// <param name="Provider">The provider of rows that name none.</param>
/// <param name="Target">draft or published.</param>
/// <param name="KeepAs">Name to keep the mapping under.</param>
/// <param name="Edit">Guard against another's change.</param>
internal sealed record MappingBody(IReadOnlyDictionary<string, string>? Columns = null, string? Provider = null, ImportTarget? Target = null, string? KeepAs = null, int? Edit = null);

/// <summary>The decision to import.</summary>
/// <param name="OnlyGood">Leave out resources with a faulty cell.</param>
/// <param name="Edit">Guard against another's change.</param>
internal sealed record StartBody(bool OnlyGood = false, int? Edit = null);
