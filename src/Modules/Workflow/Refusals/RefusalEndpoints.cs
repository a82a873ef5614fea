using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Inbox;

namespace Qingdan.Workflow.Refusals;

/// <summary>援引此依据的拒绝: page, workbook and API.</summary>
internal static class RefusalEndpoints
{
    private const int Most = 200;

    public static void MapRefusals(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/workflow/refusals").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", Page);
        read.MapGet("/export", Export);
        var api = routes.MapGroup("/api/v1/workflow/refusals").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("refusals");
        api.MapGet("", Api).Produces<RefusalsView>().WithSummary("援引一部法规的拒绝，新的在前，按 before 翻页 / refusals that cite a law, newest first, by keyset");
        api.MapGet("/laws", async (FindRefusals find, Actor actor, CancellationToken cancel) => TypedResults.Ok(await find.Laws(actor, cancel))).WithSummary("修订或废止的法规和援引它们的拒绝 / laws that changed, with refusals that cite them");
    }

    private static async Task<IResult> Page(HttpContext http, FindRefusals find, Actor actor, CancellationToken cancel)
    {
        var (law, article) = Asked(http);
        if (law == 0) return Pages.Ok<ChangedLawsPage>(new { Laws = await find.Laws(actor, cancel) });
        var found = await find.Of(law, article, InboxEndpoints.Before(http), FindRefusals.Size, actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<RefusalsPage>(new { View = view }) : Pages.Problem(found.Faults);
    }

    private static async Task<IResult> Api(long law, FindRefusals find, Translator t, Actor actor, CancellationToken cancel, int? article = null, long before = 0, int limit = 50)
    {
        var found = await find.Of(law, article, Math.Max(before, 0), Math.Clamp(limit, 1, Most), actor, cancel);
        return found.TryGet(out var view) ? TypedResults.Ok(view) : ProblemAnswers.From(found.Faults, t);
    }

    private static async Task<IResult> Export(HttpContext http, FindRefusals find, Translator t, Actor actor, CancellationToken cancel)
    {
        var (law, article) = Asked(http);
        var found = await find.Of(law, article, 0, int.MaxValue - 1, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        SheetTable sheet = new(
            new(t["援引此依据的拒绝"], [new(t["需求"], Width: 32), new(t["需求单位"], Width: 18), new(t["提供单位"], Width: 18), new(t["数据项"], Width: 40), new(t["法律依据"], Width: 28), new(t["答复日期"], CellType.Date, 12), new(t["状态"], Width: 14)]),
            view.Rows.Select(r => (IReadOnlyList<object?>)[r.Case, r.Unit, r.Provider, string.Join(t["、"], r.Items), $"《{view.Name}》" + string.Join(t["、"], r.Clauses), r.On, t[r.State]]).ToAsyncEnumerable());
        return Results.Stream(target => SheetWriter.WriteWorkbook(target, [sheet], cancel), SheetWriter.MediaType(TableFormat.Xlsx), $"{t["援引此依据的拒绝"]}.xlsx");
    }

    private static (long Law, int? Article) Asked(HttpContext http)
    {
        var query = new QueryState(http);
        return (long.TryParse(query["law"], out var law) ? law : 0, int.TryParse(query["article"], out var article) ? article : null);
    }
}
