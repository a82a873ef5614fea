using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Registers;

/// <summary>Pages, workbook and API of both registers: the same for each declared shape.</summary>
internal static class RegisterEndpoints
{
    private const int Most = 200;

    public static void MapRegisters(this IEndpointRouteBuilder routes)
    {
        foreach (var shape in RegisterShape.All)
        {
            var read = routes.MapGroup(shape.Href).RequireAuthorization(p => p.RequireRole(Roles.Business));
            read.MapGet("", async (FindRegister find, HttpContext http, Actor actor, CancellationToken cancel) => Pages.Ok<RegisterListPage>(new { View = await find.Page(shape, new QueryState(http), actor, cancel) }));
            read.MapGet("/export", (FindRegister find, Translator t, HttpContext http, CancellationToken cancel) => Export(shape, find, t, http, cancel));
            var keep = routes.MapGroup(shape.Href).RequireAuthorization(p => p.RequireRole(Roles.DataCentre));
            keep.MapGet("/new", (FindRegister find, CancellationToken cancel) => Form(shape, 0, find, cancel));
            keep.MapPost("/new", (IFormCollection form, [AsParameters] RegisterPost at, CancellationToken cancel) => at.Save(shape, 0, form, cancel));
            keep.MapGet("/{id:long}/edit", (long id, FindRegister find, CancellationToken cancel) => Form(shape, id, find, cancel));
            keep.MapPost("/{id:long}/edit", (long id, IFormCollection form, [AsParameters] RegisterPost at, CancellationToken cancel) => at.Save(shape, id, form, cancel));
            routes.MapGet($"/api/v1{shape.Href}", async (FindRegister find, HttpContext http, CancellationToken cancel, long after = 0, int limit = 50) =>
            {
                var take = Math.Clamp(limit, 1, Most);
                var rows = await find.After(shape, new QueryState(http), after, take, cancel);
                return TypedResults.Ok(new RegisterAnswer(rows, rows.Count == take ? rows[^1].Id : null));
            }).WithMetadata(new QueryNames("unit", "q")).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("registers").WithSummary(shape.Summary);
        }
    }

    private static async Task<IResult> Form(RegisterShape shape, long id, FindRegister find, CancellationToken cancel)
    {
        var found = await find.Form(shape, id, null, cancel);
        return found.TryGet(out var view) ? Pages.Ok<RegisterFormPage>(new { View = view }) : Pages.Problem(found.Faults);
    }

    private static async Task<IResult> Export(RegisterShape shape, FindRegister find, Translator t, HttpContext http, CancellationToken cancel)
    {
        var rows = await find.All(shape, new QueryState(http), cancel);
        SheetTable sheet = new(
            new(t[shape.Title], [new(t["目录"], Width: 32), .. shape.Fields.Select(f => new ColumnSpec(t[f.Label], f.Shape switch { FieldShape.Day => CellType.Date, FieldShape.Number => CellType.Number, _ => CellType.Text })), new(t["状态"])]),
            rows.Select(r => (IReadOnlyList<object?>)[r.Resource, .. shape.Fields.Select(f => f.Shape == FieldShape.Choice ? t[$"{r.Of(f.Name)}"] : r.Of(f.Name)), t[r.State]]).ToAsyncEnumerable());
        return Results.Stream(target => SheetWriter.WriteWorkbook(target, [sheet], cancel), SheetWriter.MediaType(TableFormat.Xlsx), $"{t[shape.Title]}.xlsx");
    }
}

/// <summary>Some rows. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record RegisterAnswer(IReadOnlyList<RegisterLine> Items, long? Next);

/// <summary>What the form of a row does when it is saved, or refused.</summary>
internal sealed record RegisterPost(SaveRegisterRow Row, FindRegister Find, Flash Flash, Translator T, HttpContext Http, Actor Actor)
{
    /// <summary>Back to the list with a message, or the form again with what was typed.</summary>
    public async Task<IResult> Save(RegisterShape shape, long id, IFormCollection form, CancellationToken cancel)
    {
        var draft = new RegisterDraft(form.ToDictionary(f => f.Key, f => f.Value.ToString()));
        var saved = await Row.Run(shape, id, form.Edit(), draft, Actor, cancel);
        if (!saved.Ok)
        {
            var found = await Find.Form(shape, id, draft, cancel);
            return found.TryGet(out var view) ? Pages.Refused<RegisterFormPage>(new { View = view }, saved.Faults) : Pages.Problem(found.Faults);
        }
        return Flash.Back(Http, shape.Href, T["已保存。"]);
    }
}
