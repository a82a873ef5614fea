using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>Many demands by one workbook: template, upload, columns, what would become of it, receipt, drafts.</summary>
internal static class ImportEndpoints
{
    public static void MapDemandImports(this IEndpointRouteBuilder routes)
    {
        var write = routes.MapGroup("/lists/demands/import").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        write.MapGet("", (FindImports imports, Actor actor, CancellationToken cancel) => Begin(imports, [], actor, cancel));
        write.MapPost("", Receive).TakesFiles();
        write.MapGet("/template", ImportTemplate.Answer);
        write.MapGet("/{id:long}", (long id, ShowImport show, FindImports imports, Actor actor, CancellationToken cancel) => Page(id, show, imports, [], actor, cancel));
        write.MapPost("/{id:long}/mapping", Choose);
        write.MapPost("/{id:long}/take", Take);
        write.MapGet("/{id:long}/receipt", Receipt);
    }

    private static async Task<IResult> Begin(FindImports imports, IReadOnlyList<Fault> faults, Actor actor, CancellationToken cancel)
    {
        var parameters = new { Rows = await imports.Last(actor, cancel) };
        return faults.Count == 0 ? Pages.Ok<ImportPage>(parameters) : Pages.Refused<ImportPage>(parameters, faults);
    }

    private static async Task<IResult> Receive(IFormCollection form, ReceiveDemands receive, FindImports imports, Actor actor, CancellationToken cancel)
    {
        if (form.Files["file"] is not { Length: > 0 } file) return await Begin(imports, [new Fault("lists.demand.import.file.required", "请选择要上传的工作簿。", "file")], actor, cancel);
        await using var content = file.OpenReadStream();
        var result = await receive.Run(Path.GetFileName(file.FileName), content, actor, cancel);
        return result.TryGet(out var id) ? Results.LocalRedirect($"/lists/demands/import/{id}") : await Begin(imports, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Page(long id, ShowImport show, FindImports imports, IReadOnlyList<Fault> faults, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return found.Faults[0].Kind == FaultKind.NotFound ? Pages.Problem(found.Faults) : await Begin(imports, found.Faults, actor, cancel);
        return faults.Count == 0 ? Pages.Ok<ImportCheckPage>(new { View = view }) : Pages.Refused<ImportCheckPage>(new { View = view }, faults);
    }

    private static async Task<IResult> Choose(long id, IFormCollection form, MapDemands map, ShowImport show, FindImports imports, Actor actor, CancellationToken cancel)
    {
        var chosen = form.Keys.Where(k => k.Length > 1 && k[0] == 'c' && int.TryParse(k.AsSpan(1), out _)).ToDictionary(k => int.Parse(k.AsSpan(1), CultureInfo.InvariantCulture), k => form[k].ToString());
        var result = await map.Run(id, (int)FormNumber.Of(form["edit"]), chosen, actor, cancel);
        return result.Ok ? Results.LocalRedirect($"/lists/demands/import/{id}") : await Page(id, show, imports, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Take(long id, IFormCollection form, TakeDemands take, ShowImport show, FindImports imports, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await take.Run(id, (int)FormNumber.Of(form["edit"]), actor, cancel);
        if (!result.TryGet(out var done)) return await Page(id, show, imports, result.Faults, actor, cancel);
        return flash.Back(http, $"/lists/demands?tab={DemandState.Draft}", t["已新建 {0} 件草稿，修改 {1} 件。请逐件核对后送审签。", done.Made, done.Changed]);
    }

    private static async Task<IResult> Receipt(long id, ShowImport show, Translator t, Actor actor, CancellationToken cancel)
    {
        var found = await show.Receipt(id, t, actor, cancel);
        return found.TryGet(out var receipt) ? await ListWorkbook.Answer(receipt.Table.Spec, receipt.Table.Rows, receipt.Name, cancel) : Pages.Problem(found.Faults);
    }
}
