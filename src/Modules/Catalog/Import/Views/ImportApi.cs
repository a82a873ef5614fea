using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/imports").WithTags("imports").RequireAuthorization(p => p.RequireRole(ImportEndpoints.MayImport));
        api.MapGet("", List).Produces<ImportList>().WithSummary("导入批次 / imports");
        api.MapPost("", Receive).TakesFiles().DisableAntiforgery().Produces<ImportAnswer>(StatusCodes.Status201Created).WithSummary("上传文件 / send a file");
        api.MapGet("/mappings", Mappings).Produces<IReadOnlyList<KeptAnswer>>().WithSummary("保存的列对应 / kept mappings");
        api.MapDelete("/mappings/{name}", Drop).Produces(StatusCodes.Status204NoContent).WithSummary("删除保存的列对应 / drop a kept mapping");
        api.MapGet("/{id:long}", One).Produces<ImportAnswer>().WithSummary("一个导入批次：列对应、结果、进度 / one import: mapping, figures, progress");
        api.MapPut("/{id:long}/reading", Reread).Produces<ImportAnswer>().WithSummary("另选工作表和表头行 / choose another sheet or header row");
        api.MapPut("/{id:long}/mapping", Choose).Produces<ImportAnswer>(StatusCodes.Status202Accepted).WithSummary("确定列对应并检查 / settle the mapping and check");
        api.MapPost("/{id:long}/start", Start).Produces<ImportAnswer>(StatusCodes.Status202Accepted).WithSummary("开始导入 / start");
        api.MapPost("/{id:long}/again", Again).Produces<ImportAnswer>(StatusCodes.Status202Accepted).WithSummary("失败后再来一次 / once more after a failure");
        api.MapDelete("/{id:long}", Undo).Produces<ImportAnswer>(StatusCodes.Status202Accepted).WithSummary("撤销导入 / undo");
        api.MapGet("/{id:long}/report", Report).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").WithSummary("原表加问题列 / the same table with a column of faults");
    }

    private static async Task<IResult> List(ImportQueries queries, Translator t, Actor actor, CancellationToken cancel, string? after = null, int limit = 50)
    {
        if (limit is < 1 or > Most) return ProblemAnswers.From([new Fault("catalog.list.limit", "limit 应为 1 到 {0}。", "limit", FaultKind.Invalid, Most)], t);
        long? behind = null;
        if (after is not null)
        {
            if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var key)) return ProblemAnswers.From([new Fault("catalog.list.after", "after 须是上一页给出的 next。", "after")], t);
            behind = key;
        }
        var (rows, next) = await queries.List(behind, limit, actor, cancel);
        return TypedResults.Ok(new ImportList([.. rows.Select(ImportLine.Of)], next?.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> Receive(IFormFile file, HttpContext http, ReceiveFile receive, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel)
    {
        var target = ImportWords.ReadTarget(http.Request.Form["target"]);
        if (!target.Ok) return ProblemAnswers.From(target.Faults, t);
        await using var content = file.OpenReadStream();
        var result = await receive.Run(file.FileName, content, target.Value, actor, cancel);
        return result.TryGet(out var id) ? Results.Created($"/api/v1/imports/{id}", await Answer(id, queries, t, actor, cancel)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<Ok<List<KeptAnswer>>> Mappings(ImportQueries queries, Actor actor, CancellationToken cancel) =>
        TypedResults.Ok((await queries.Kept(actor, cancel)).ConvertAll(KeptAnswer.Of));

    private static async Task<IResult> Drop(string name, UseKeptMapping kept, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await kept.Drop(name, actor, cancel);
        return result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> One(long id, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel) =>
        await Answer(id, queries, t, actor, cancel) is { } answer ? Results.Ok(answer) : ProblemAnswers.From([ImportFaults.NotFound], t);

    private static async Task<IResult> Reread(long id, ReadingBody body, ChooseMapping choose, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel)
    {
        if (await queries.One(id, actor, cancel) is not { } view) return ProblemAnswers.From([ImportFaults.NotFound], t);
        var result = await choose.Reread(id, body.Edit ?? view.Edit, body.Sheet, body.HeaderRow, actor, cancel);
        return result.Ok ? Results.Ok(await Answer(id, queries, t, actor, cancel)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Choose(long id, MappingBody body, ChooseMapping choose, UseKeptMapping kept, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel)
    {
        if (await queries.One(id, actor, cancel) is not { } view) return ProblemAnswers.From([ImportFaults.NotFound], t);
        var edit = body.Edit ?? view.Edit;
        if (body.Kept is { } name)
        {
            var used = await kept.Run(id, edit, name, actor, cancel);
            if (!used.Ok) return ProblemAnswers.From(used.Faults, t);
            view = (await queries.One(id, actor, cancel))!;
            edit = view.Edit;
        }
        var fields = view.Columns.ToDictionary(c => c.Column, c => (body.Columns is null ? c.Key : body.Columns.GetValueOrDefault(c.Header)) ?? "");
        var unknown = fields.Values.Where(key => key.Length > 0 && Fields.ImportFields.Find(key) is null)
            .Select(key => new Fault("catalog.import.mapping.unknown-field", "没有“{0}”这一项。", "columns", FaultKind.Invalid, key)).ToList();
        unknown.AddRange((body.Columns?.Keys ?? []).Except(view.Columns.Select(c => c.Header)).Select(h => new Fault("catalog.import.mapping.unknown-column", "文件里没有“{0}”这一列。", "columns", FaultKind.Invalid, h)));
        if (unknown.Count > 0) return ProblemAnswers.From(unknown, t);
        var result = await choose.Run(id, new MappingChoice(edit, fields, body.Provider ?? view.Provider, body.Target ?? view.Target, body.KeepAs ?? ""), actor, cancel);
        return await Accepted(result, id, queries, t, actor, cancel);
    }

    private static async Task<IResult> Start(long id, StartBody body, StartImport start, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel) =>
        await queries.One(id, actor, cancel) is { } view
            ? await Accepted(await start.Run(id, body.Edit ?? view.Edit, body.OnlyGood, actor, cancel), id, queries, t, actor, cancel)
            : ProblemAnswers.From([ImportFaults.NotFound], t);

    private static async Task<IResult> Again(long id, StartImport start, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel) =>
        await Accepted(await start.Again(id, actor, cancel), id, queries, t, actor, cancel);

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
        await queries.One(id, actor, cancel) is { } view ? ImportAnswer.Of(view, t) : null;
}

/// <summary>Another way to read the file; the mapping is proposed anew.</summary>
/// <param name="Sheet">Name of the sheet, or of the JSON array.</param>
/// <param name="HeaderRow">Number of the header's first row; absent to look for it.</param>
/// <param name="Edit">Guard against another's change.</param>
internal sealed record ReadingBody(string? Sheet = null, int? HeaderRow = null, int? Edit = null);

/// <summary>The corrected mapping. What is absent stays as it was proposed.</summary>
/// <param name="Columns">Header → key of a field; headers that are absent from it are left out of the import.</param>
/// <param name="Provider">The provider of rows that name none.</param>
/// <param name="Target">draft or published.</param>
/// <param name="Kept">Name of a kept mapping to propose by.</param>
/// <param name="KeepAs">Name to keep the mapping under.</param>
/// <param name="Edit">Guard against another's change.</param>
internal sealed record MappingBody(
    IReadOnlyDictionary<string, string>? Columns = null, string? Provider = null, ImportTarget? Target = null, string? Kept = null, string? KeepAs = null, int? Edit = null);

/// <summary>The decision to import.</summary>
/// <param name="OnlyGood">Leave out resources with a faulty cell.</param>
/// <param name="Edit">Guard against another's change.</param>
internal sealed record StartBody(bool OnlyGood = false, int? Edit = null);
