using System.Globalization;
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
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Import.Views;

/// <summary>The pages of the import: list, upload, mapping, check, result.</summary>
internal static class ImportEndpoints
{
    public static string[] MayImport { get; } = [Roles.Liaison, Roles.UnitHead, .. Roles.City];

    public static void Map(RouteGroupBuilder catalog)
    {
        var imports = catalog.MapGroup("/imports").RequireAuthorization(p => p.RequireRole(MayImport));
        imports.MapGet("", List);
        imports.MapGet("/new", (Actor actor) => Pages.Ok<UploadPage>(new { City = actor.Is(Roles.City), Target = "Draft" }));
        imports.MapPost("/new", Upload).TakesFiles();
        imports.MapGet("/{id:long}", Overview);
        imports.MapGet("/{id:long}/progress", Progress);
        imports.MapGet("/{id:long}/mapping", Mapping);
        imports.MapPost("/{id:long}/mapping", Choose);
        imports.MapPost("/{id:long}/reading", Reread);
        imports.MapPost("/{id:long}/kept", UseKept);
        imports.MapPost("/{id:long}/kept/drop", DropKept);
        imports.MapGet("/{id:long}/check", Check);
        imports.MapPost("/{id:long}/start", Start);
        imports.MapPost("/{id:long}/again", Again);
        imports.MapPost("/{id:long}/undo", Undo);
        imports.MapGet("/{id:long}/result", Result);
        imports.MapGet("/{id:long}/report", Report);
    }

    private static async Task<IResult> List(HttpContext http, ImportQueries queries, Actor actor, CancellationToken cancel)
    {
        var page = new QueryState(http).Page;
        var (rows, total) = await queries.List(page, actor, cancel);
        return Pages.Ok<ImportListPage>(new { Rows = rows, Total = total, Page = page });
    }

    private static async Task<IResult> Upload(IFormFile? file, IFormCollection form, ReceiveFile receive, Actor actor, CancellationToken cancel)
    {
        var target = ImportWords.ReadTarget(form["target"]);
        List<Fault> faults = [.. target.Faults];
        if (file is null) faults.Add(new("catalog.import.file.required", "请选择要导入的文件。", "file"));
        if (faults.Count == 0)
        {
            await using var content = file!.OpenReadStream();
            var result = await receive.Run(file.FileName, content, target.Value, actor, cancel);
            if (result.TryGet(out var id)) return Results.LocalRedirect($"/catalog/imports/{id}/mapping");
            faults.AddRange(result.Faults);
        }
        return Pages.Refused<UploadPage>(new { City = actor.Is(Roles.City), Target = form["target"].ToString() }, faults);
    }

    private static async Task<IResult> Overview(long id, ImportQueries queries, Actor actor, CancellationToken cancel) =>
        await queries.One(id, actor, cancel) is { } view ? Results.LocalRedirect(view.Href) : Pages.Problem([ImportFaults.NotFound]);

    private static async Task<IResult> Progress(long id, ImportQueries queries, Translator t, Actor actor, CancellationToken cancel) =>
        await queries.One(id, actor, cancel) is { } view ? Results.Ok(view.Work with { Note = t[view.Work.Note] }) : Results.NotFound();

    private static async Task<IResult> Mapping(long id, ImportQueries queries, Actor actor, CancellationToken cancel) => await MappingPage(id, null, [], queries, actor, cancel);

    private static async Task<IResult> MappingPage(long id, IFormCollection? form, IReadOnlyList<Fault> faults, ImportQueries queries, Actor actor, CancellationToken cancel)
    {
        if (await queries.One(id, actor, cancel) is not { } view) return Pages.Problem([ImportFaults.NotFound]);
        if (!view.State.Open()) return Results.LocalRedirect(view.Href);
        var mapping = await queries.Mapping(id, actor, cancel);
        string Typed(string name, string known) => form is not null && form.TryGetValue(name, out var typed) ? typed.ToString() : known;
        // A kept mapping of which columns are missing here is not written over unasked.
        var keepAs = mapping.Kept.Any(k => k.Name == view.MappingName && k.Missing == 0) ? view.MappingName : "";
        var parameters = new
        {
            View = view, City = actor.Is(Roles.City), Provider = Typed("provider", view.Provider), Target = Typed("target", view.Target.ToString()), KeepAs = Typed("keepAs", keepAs),
            Sheet = Typed("sheet", mapping.Sheet ?? ""), HeaderRow = Typed("headerRow", $"{mapping.HeaderRow}"), Kept = Typed("kept", view.MappingName),
            Mapping = mapping with { Columns = [.. mapping.Columns.Select(c => Typed($"c{c.Index}", c.Key ?? "") is { Length: > 0 } key ? c with { Key = key } : c with { Key = null })] },
        };
        return faults.Count == 0 ? Pages.Ok<MappingPage>(parameters) : Pages.Refused<MappingPage>(parameters, faults);
    }

    private static async Task<IResult> Choose(long id, IFormCollection form, ChooseMapping choose, ImportQueries queries, Actor actor, CancellationToken cancel)
    {
        var fields = form.Keys.Where(k => k.Length > 1 && k[0] == 'c' && int.TryParse(k.AsSpan(1), out _)).ToDictionary(k => int.Parse(k.AsSpan(1), CultureInfo.InvariantCulture), k => form[k].ToString());
        var target = ImportWords.ReadTarget(form["target"]);
        var result = target.Ok ? await choose.Run(id, new MappingChoice(form.Edit(), fields, form["provider"].ToString(), target.Value, form["keepAs"].ToString()), actor, cancel) : target.As<Done>();
        return result.Ok ? Results.LocalRedirect($"/catalog/imports/{id}/check") : await MappingPage(id, form, result.Faults, queries, actor, cancel);
    }

    private static async Task<IResult> Reread(long id, IFormCollection form, ChooseMapping choose, ImportQueries queries, Actor actor, CancellationToken cancel)
    {
        var row = int.TryParse(form["headerRow"], out var number) && number > 0 ? number : (int?)null;
        var result = await choose.Reread(id, form.Edit(), form["sheet"].ToString() is { Length: > 0 } sheet ? sheet : null, row, actor, cancel);
        return result.Ok ? Results.LocalRedirect($"/catalog/imports/{id}/mapping") : await MappingPage(id, form, result.Faults, queries, actor, cancel);
    }

    private static async Task<IResult> UseKept(long id, IFormCollection form, UseKeptMapping kept, ImportQueries queries, Actor actor, CancellationToken cancel)
    {
        var result = await kept.Run(id, form.Edit(), form["kept"].ToString(), actor, cancel);
        return result.Ok ? Results.LocalRedirect($"/catalog/imports/{id}/mapping") : await MappingPage(id, form, result.Faults, queries, actor, cancel);
    }

    private static async Task<IResult> DropKept(long id, IFormCollection form, UseKeptMapping kept, ImportQueries queries, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var name = form["kept"].ToString();
        var result = await kept.Drop(name, actor, cancel);
        if (!result.Ok) return await MappingPage(id, form, result.Faults, queries, actor, cancel);
        return flash.Back(http, $"/catalog/imports/{id}/mapping", t["已删除保存的列对应“{0}”。", name]);
    }

    private static async Task<IResult> Check(long id, HttpContext http, ImportQueries queries, Actor actor, CancellationToken cancel)
    {
        if (await queries.One(id, actor, cancel) is not { } view) return Pages.Problem([ImportFaults.NotFound]);
        if (view.State == ImportState.Uploaded) return Results.LocalRedirect(view.Href);
        var here = new QueryState(http);
        var show = here["show"] ?? (here["code"] is null ? First(view.Summary) : "all");
        return Pages.Ok<CheckPage>(new { View = view, Rows = await queries.Rows(id, show, here["code"], here.Page, cancel), Page = here.Page, Show = show, Code = here["code"] });
    }

    // What a person has to look at comes first; rows with nothing to say show no cells.
    private static string First(ImportSummary s) => s.Refused + s.FaultyCells > 0 ? "bad" : s.Hints > 0 ? "hint" : "all";

    private static async Task<IResult> Start(long id, IFormCollection form, StartImport start, Actor actor, CancellationToken cancel) =>
        Go(await start.Run(id, form.Edit(), form["rows"] == "good", actor, cancel), id);

    private static async Task<IResult> Again(long id, StartImport start, Actor actor, CancellationToken cancel) => Go(await start.Again(id, actor, cancel), id);

    private static async Task<IResult> Undo(long id, StartImport start, Actor actor, CancellationToken cancel) => Go(await start.Undo(id, actor, cancel), id);

    private static IResult Go(Result<Done> result, long id) => result.Ok ? Results.LocalRedirect($"/catalog/imports/{id}") : Pages.Problem(result.Faults);

    private static async Task<IResult> Result(long id, ImportQueries queries, Actor actor, CancellationToken cancel)
    {
        if (await queries.One(id, actor, cancel) is not { } view) return Pages.Problem([ImportFaults.NotFound]);
        if (view.State is ImportState.Uploaded or ImportState.Checking or ImportState.Checked) return Results.LocalRedirect(view.Href);
        return Pages.Ok<ResultPage>(new { View = view, Kept = view.State == ImportState.Undone ? await queries.Kept(id, cancel) : [] });
    }

    private static async Task<IResult> Report(long id, string? format, WriteReport report, Actor actor, CancellationToken cancel)
    {
        var result = await report.Prepare(id, format, actor, cancel);
        return result.TryGet(out var file) ? Results.Stream(file.Write, file.MediaType, file.Name) : Pages.Problem(result.Faults);
    }
}
