using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Editions.Viewing;
using Qingdan.Records.Rounds;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions.Tables;

/// <summary>An edition as workbook, document and print page, and the 意见汇总处理表 of its rounds; for people and programs alike.</summary>
internal static class TableEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapEditionTables(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/editions/{id:long}/{round:int}").RequireAuthorization(p => p.RequireRole(Roles.Business));
        pages.MapGet("/print", Print);
        Files(pages, Pages.Problem);
        var api = routes.MapGroup("/api/v1/editions/{id:long}/{round:int}").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("editions");
        var (book, document, opinions, sheet) = Files(api, null);
        book.Produces(StatusCodes.Status200OK, contentType: Xlsx).WithSummary("版次工作簿，一张清单一张表 / the edition as a workbook");
        document.Produces(StatusCodes.Status200OK, contentType: LetterFile.ContentType).WithSummary("版次文档，封面和清单 / the edition as .docx");
        opinions.Produces(StatusCodes.Status200OK, contentType: Xlsx).WithSummary("意见汇总处理表工作簿 / the opinions of a round and their answers as a workbook");
        sheet.Produces(StatusCodes.Status200OK, contentType: LetterFile.ContentType).WithSummary("意见汇总处理表文档 / the same as .docx");
    }

    // What is refused is a page for people; for programs a problem, in the words of the request's language.
    private static (RouteHandlerBuilder, RouteHandlerBuilder, RouteHandlerBuilder, RouteHandlerBuilder) Files(RouteGroupBuilder group, Func<IReadOnlyList<Fault>, IResult>? refuse) =>
    (
        group.MapGet("/workbook", (long id, int round, OpenTables open, WriteEditionBook write, Translator t, Actor actor, CancellationToken cancel) =>
            File(open.Run(id, round, actor, cancel), tables => Name(t, tables), ".xlsx", (tables, file) => write.Run(tables, file, cancel), refuse, t)),
        group.MapGet("/document", (long id, int round, OpenTables open, EditionDocument write, Translator t, Actor actor, CancellationToken cancel) =>
            File(open.Run(id, round, actor, cancel), tables => Name(t, tables), ".docx", (tables, file) => write.Run(tables, file, cancel), refuse, t)),
        group.MapGet("/opinions/workbook", (long id, int round, OpinionTables tables, Translator t, Actor actor, CancellationToken cancel) =>
            File(tables.Find(id, round, actor, cancel), table => t["{0}-意见汇总处理表第 {1} 轮", table.Title, round], ".xlsx", (table, file) => tables.Book(table, file, cancel), refuse, t)),
        group.MapGet("/opinions/document", (long id, int round, OpinionTables tables, Translator t, Actor actor, CancellationToken cancel) =>
            File(tables.Find(id, round, actor, cancel), table => t["{0}-意见汇总处理表第 {1} 轮", table.Title, round], ".docx", (table, file) => { tables.Document(table, file); return Task.CompletedTask; }, refuse, t))
    );

    // Whole before its first byte.
    private static async Task<IResult> File<T>(Task<Result<T>> found, Func<T, string> name, string ending, Func<T, Stream, Task> write, Func<IReadOnlyList<Fault>, IResult>? refuse, Translator t)
    {
        var result = await found;
        if (!result.TryGet(out var what)) return refuse is null ? ProblemAnswers.From(result.Faults, t) : refuse(result.Faults);
        var file = TemporaryFile.Open();
        await write(what, file);
        file.Position = 0;
        return ending == ".xlsx" ? WorkbookAnswer.Of(name(what) + ending, file) : Results.File(file, LetterFile.ContentType, name(what) + ending);
    }

    private static string Name(Translator t, EditionTables tables) =>
        tables.File.Round == 0 ? t["{0}-第 {1} 版", tables.Row.Title, tables.Row.Number] : t["{0}-征求意见稿第 {1} 轮", tables.Row.Title, tables.File.Round];

    private static async Task<IResult> Print(long id, int round, OpenTables open, Translator t, Actor actor, CancellationToken cancel)
    {
        var found = await open.Run(id, round, actor, cancel);
        if (!found.TryGet(out var tables)) return Pages.Problem(found.Faults);
        List<PaperTable> lists = [];
        foreach (var list in tables.Lists) lists.Add(await tables.Beginning(list, PrintSheetView.Most, cancel));
        return Pages.Ok<EditionSheet>(new { View = new EditionSheetView(tables.Row, round, EditionFactLines.Of(tables, t), lists) });
    }
}

/// <summary>An edition on paper; facts are head and text.</summary>
public sealed record EditionSheetView(EditionRow Row, int Round, IReadOnlyList<(string Head, string Text)> Facts, IReadOnlyList<PaperTable> Lists);
