using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Records.Editions.Viewing;
using Qingdan.Records.Rounds;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>The comparison as page, workbook and JSON.</summary>
internal static class CompareEndpoints
{
    private const int MostAnswered = 500;

    public static void MapComparison(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/editions/compare").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", Page);
        read.MapGet("/workbook", Workbook);
        routes.MapGet("/api/v1/editions/compare", Answer).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("editions").Produces<ComparisonAnswer>()
            .WithSummary("版次对比：before、after 为版次 id，after 0 为今天，before 0 为 after 的上一版；可按 list、kind、unit 筛选 / compare two editions: after 0 is today, before 0 the edition before after");
    }

    private static async Task<IResult> Page(FindEditions find, ShowComparison show, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var (query, issued) = (new QueryState(http), await find.Issued(actor, cancel));
        var filter = ComparisonFilter.From(query);
        var view = new ComparePageView(issued, query["before"] ?? "", query["after"] ?? "", filter.List, filter.Kind, filter.Unit, null);
        if (issued.Count == 0) return Pages.Ok<ComparePage>(new { View = view });
        var compared = await show.Run(Id(view.Before), Id(view.After), filter, query.Page, actor, cancel);
        if (!compared.TryGet(out var comparison)) return Pages.Refused<ComparePage>(new { View = view }, compared.Faults);
        return Pages.Ok<ComparePage>(new { View = view with { Before = Chosen(comparison.Before), After = Chosen(comparison.After), Comparison = comparison } });
    }

    private static async Task<IResult> Workbook(WriteComparison write, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var file = TemporaryFile.Open();
        var written = await write.Run(Id(query["before"]), Id(query["after"]), ComparisonFilter.From(query), file, actor, cancel);
        if (!written.Ok)
        {
            await file.DisposeAsync();
            return Pages.Problem(written.Faults);
        }
        file.Position = 0;
        return WorkbookAnswer.Of($"{t["版次对比"]}.xlsx", file);
    }

    private static async Task<IResult> Answer(
        ShowComparison show, Translator t, Actor actor, CancellationToken cancel, long before = 0, long after = 0, string list = "", string kind = "", string unit = "", string from = "", int limit = 100)
    {
        var compared = await show.After(before, after, new ComparisonFilter(list, kind, unit), from, Math.Clamp(limit, 1, MostAnswered), actor, cancel);
        return compared.TryGet(out var answer) ? TypedResults.Ok(answer) : ProblemAnswers.From(compared.Faults, t);
    }

    // What is no number is nobody's id.
    private static long Id(string? text) => string.IsNullOrEmpty(text) ? 0 : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;

    private static string Chosen(ComparedSide side) => side.Id == 0 ? "" : side.Id.ToString(CultureInfo.InvariantCulture);
}
