using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
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
        write.MapGet("/{id:long}", (long id, FindImports imports, ReadDemands read, ImportColumns columns, Actor actor, CancellationToken cancel) => Page(id, imports, read, columns, [], actor, cancel));
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

    private static async Task<IResult> Page(long id, FindImports imports, ReadDemands read, ImportColumns columns, IReadOnlyList<Fault> faults, Actor actor, CancellationToken cancel)
    {
        if (await imports.One(id, actor, cancel) is not { } row) return Pages.Problem([FindImports.NotFound]);
        var plan = await read.Run(row, cancel);
        if (!plan.TryGet(out var found)) return await Begin(imports, plan.Faults, actor, cancel);
        var parameters = new { View = new DemandImportView(id, row.Edit, row.FileName, row.State == DemandImportState.Taken, row.Made, row.Changed, ColumnMapping.FromJson(row.Mapping), columns.All, found) };
        return faults.Count == 0 ? Pages.Ok<ImportCheckPage>(parameters) : Pages.Refused<ImportCheckPage>(parameters, faults);
    }

    private static async Task<IResult> Choose(long id, IFormCollection form, MapDemands map, FindImports imports, ReadDemands read, ImportColumns columns, Actor actor, CancellationToken cancel)
    {
        var chosen = form.Keys.Where(k => k.Length > 1 && k[0] == 'c' && int.TryParse(k.AsSpan(1), out _)).ToDictionary(k => int.Parse(k.AsSpan(1), CultureInfo.InvariantCulture), k => form[k].ToString());
        var result = await map.Run(id, (int)FormNumber.Of(form["edit"]), chosen, actor, cancel);
        return result.Ok ? Results.LocalRedirect($"/lists/demands/import/{id}") : await Page(id, imports, read, columns, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Take(long id, IFormCollection form, TakeDemands take, FindImports imports, ReadDemands read, ImportColumns columns, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await take.Run(id, (int)FormNumber.Of(form["edit"]), actor, cancel);
        if (!result.TryGet(out var done)) return await Page(id, imports, read, columns, result.Faults, actor, cancel);
        flash.Say(http, new FlashMessage(Tone.Ok, t["已新建 {0} 件草稿，修改 {1} 件。请逐件核对后送审签。", done.Made, done.Changed]));
        return Results.LocalRedirect($"/lists/demands?tab={DemandState.Draft}");
    }

    private static async Task<IResult> Receipt(long id, FindImports imports, ReadDemands read, Translator t, Actor actor, CancellationToken cancel)
    {
        if (await imports.One(id, actor, cancel) is not { } row) return Pages.Problem([FindImports.NotFound]);
        var plan = await read.Run(row, cancel);
        if (!plan.TryGet(out var found)) return Pages.Problem(plan.Faults);
        var choice = JsonSerializer.Deserialize<SheetChoice>(row.Choice, JsonText.Readable)!;
        return await ListWorkbook.Answer(FaultReport.Spec(t["回执"], choice.Columns, t), FaultReport.Rows(found.Lines.ToAsyncEnumerable(), t), $"{Path.GetFileNameWithoutExtension(row.FileName)} {t["回执"]}.xlsx", cancel);
    }
}
