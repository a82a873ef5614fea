using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Registers.Importing;

/// <summary>A register filled from a workbook: template, upload, what would become of each row, receipt, entering.</summary>
internal static class RegisterImportEndpoints
{
    public static void MapRegisterImports(this IEndpointRouteBuilder routes)
    {
        foreach (var shape in RegisterShape.All)
        {
            var keep = routes.MapGroup($"{shape.Href}/import").RequireAuthorization(p => p.RequireRole(Roles.DataCentre));
            keep.MapGet("", (FindRegisterImports find, CancellationToken cancel) => Page(shape, 0, find, [], cancel));
            keep.MapPost("", (IFormCollection form, ReceiveRegister receive, FindRegisterImports find, Actor actor, CancellationToken cancel) => Receive(shape, form, receive, find, actor, cancel)).TakesFiles();
            keep.MapGet("/template", () => Workbook(RegisterColumns.TemplateName, RegisterColumns.Template(shape)));
            keep.MapGet("/{id:long}", (long id, FindRegisterImports find, CancellationToken cancel) => Page(shape, id, find, [], cancel));
            keep.MapPost("/{id:long}/take", (long id, IFormCollection form, TakeRegister take, FindRegisterImports find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => Take(shape, id, form, take, find, flash, t, http, actor, cancel));
            keep.MapGet("/{id:long}/receipt", async (long id, FindRegisterImports find, Translator t, CancellationToken cancel) =>
                (await find.Receipt(shape, id, t, cancel)) is var found && found.TryGet(out var receipt) ? Workbook(receipt.Name, receipt.Table) : Pages.Problem(found.Faults));
        }
    }

    private static async Task<IResult> Page(RegisterShape shape, long id, FindRegisterImports find, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await find.Page(shape, id, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<RegisterImportPage>(new { View = view }) : Pages.Refused<RegisterImportPage>(new { View = view }, faults);
    }

    private static async Task<IResult> Receive(RegisterShape shape, IFormCollection form, ReceiveRegister receive, FindRegisterImports find, Actor actor, CancellationToken cancel)
    {
        if (form.Files["file"] is not { Length: > 0 } file) return await Page(shape, 0, find, [new Fault("workflow.register.import.file.required", "请选择要上传的工作簿。", "file")], cancel);
        await using var content = file.OpenReadStream();
        var result = await receive.Run(shape, Path.GetFileName(file.FileName), content, actor, cancel);
        return result.TryGet(out var id) ? Results.LocalRedirect($"{shape.Href}/import/{id}") : await Page(shape, 0, find, result.Faults, cancel);
    }

    private static async Task<IResult> Take(RegisterShape shape, long id, IFormCollection form, TakeRegister take, FindRegisterImports find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var edit = form.Edit();
        var result = await take.Run(shape, id, edit, actor, cancel);
        if (!result.TryGet(out var done)) return await Page(shape, id, find, result.Faults, cancel);
        return flash.Back(http, shape.Href, t["已登记：新增 {0} 条，修改 {1} 条。", done.Entered, done.Changed]);
    }

    private static IResult Workbook(string name, SheetTable table) => Results.Stream(target => SheetWriter.WriteWorkbook(target, [table], default), SheetWriter.MediaType(TableFormat.Xlsx), name);
}
