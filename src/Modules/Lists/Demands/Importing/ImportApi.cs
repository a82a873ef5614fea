using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>Workbooks of demands for programs: sent, looked at, mapped, taken over as drafts.</summary>
internal static class ImportApi
{
    private const string FileType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapDemandImportApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/lists/demands/imports").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead)).WithTags("demands");
        api.MapGet("", async (FindImports imports, Actor actor, CancellationToken cancel) => TypedResults.Ok(await imports.Last(actor, cancel))).WithSummary("本单位最近的需求工作簿 / the unit's last workbooks of demands");
        api.MapPost("", Receive).TakesFiles().DisableAntiforgery().Produces<DemandImportAnswer>(StatusCodes.Status201Created).WithSummary("上传需求工作簿 / send a workbook of demands");
        api.MapGet("/{id:long}", (long id, ShowImport show, Translator t, Actor actor, CancellationToken cancel) => Answer(id, show, t, actor, cancel)).Produces<DemandImportAnswer>().WithSummary("每一件会变成什么，哪些单元格要改 / what would become of each demand, and which cells are wrong");
        api.MapPut("/{id:long}/mapping", Choose).Produces<DemandImportAnswer>().WithSummary("改正列对应 / correct the columns");
        api.MapPost("/{id:long}/take", Take).Produces<DemandImportAnswer>().WithSummary("生成草稿，有问题的不收 / make drafts of all that have no faults");
        api.MapGet("/{id:long}/receipt", Receipt).Produces(StatusCodes.Status200OK, contentType: FileType).WithSummary("回执：原表加问题列 / the same table with a column of faults");
    }

    private static async Task<IResult> Receive(IFormFile file, ReceiveDemands receive, ShowImport show, Translator t, Actor actor, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        var received = await receive.Run(Path.GetFileName(file.FileName), content, actor, cancel);
        if (!received.TryGet(out var id)) return ProblemAnswers.From(received.Faults, t);
        var found = await show.Run(id, actor, cancel);
        return found.TryGet(out var view) ? TypedResults.Created($"/api/v1/lists/demands/imports/{id}", DemandImportAnswer.Of(view, t)) : ProblemAnswers.From(found.Faults, t);
    }

    private static async Task<IResult> Choose(long id, DemandMapping order, MapDemands map, ShowImport show, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await map.Run(id, order.Edit, order.Columns, actor, cancel);
        return result.Ok ? await Answer(id, show, t, actor, cancel) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Take(long id, DemandTaking order, TakeDemands take, ShowImport show, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await take.Run(id, order.Edit, actor, cancel);
        return result.Ok ? await Answer(id, show, t, actor, cancel) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Receipt(long id, ShowImport show, Translator t, Actor actor, CancellationToken cancel)
    {
        var found = await show.Receipt(id, t, actor, cancel);
        return found.TryGet(out var receipt) ? await ListWorkbook.Answer(receipt.Table.Spec, receipt.Table.Rows, receipt.Name, cancel) : ProblemAnswers.From(found.Faults, t);
    }

    private static async Task<IResult> Answer(long id, ShowImport show, Translator t, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        return found.TryGet(out var view) ? TypedResults.Ok(DemandImportAnswer.Of(view, t)) : ProblemAnswers.From(found.Faults, t);
    }
}

/// <summary>The corrected columns.</summary>
/// <param name="Columns">Header → field; headers that are absent are not read.</param>
/// <param name="Edit">The reading that was seen.</param>
internal sealed record DemandMapping(IReadOnlyDictionary<string, string> Columns, int Edit);

/// <summary>The decision to take it.</summary>
/// <param name="Edit">The reading that was seen.</param>
internal sealed record DemandTaking(int Edit);
