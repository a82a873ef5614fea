using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Impacts;

/// <summary>Some kept reports. <paramref name="Next"/>: give it as <c>before</c> for older ones; null at the end.</summary>
internal sealed record ImpactsAnswer(IReadOnlyList<ImpactLine> Items, long? Next);

/// <summary>影响分析: pages, workbook and API.</summary>
internal static class ImpactEndpoints
{
    private const int Size = 50, Most = 200;

    public static void MapImpacts(this IEndpointRouteBuilder routes)
    {
        string[] readers = [.. AnalyseImpact.Asks, Roles.Auditor];
        var read = routes.MapGroup("/lists/impact").RequireAuthorization(p => p.RequireRole(readers));
        read.MapGet("", async (HttpContext http, FindImpacts find, Actor actor, CancellationToken cancel) =>
        {
            var (lines, next) = await find.Page(Math.Max(FormNumber.Of(new QueryState(http)["before"]), 0), Size, actor, cancel);
            return Pages.Ok<ImpactListPage>(new { Lines = lines, Next = next, MayAsk = actor.Is(AnalyseImpact.Asks) });
        });
        read.MapGet("/{id:long}", Show);
        read.MapGet("/{id:long}/export", Export);
        var ask = routes.MapGroup("/lists/impact").RequireAuthorization(p => p.RequireRole(AnalyseImpact.Asks));
        ask.MapGet("/new", (HttpContext http, ImpactForms forms, Actor actor, CancellationToken cancel) => forms.Show(http, ImpactForms.Read(name => new QueryState(http)[name], []), [], actor, cancel));
        ask.MapPost("/new", Analyse);
        var api = routes.MapGroup("/api/v1/lists/impacts").RequireAuthorization(p => p.RequireRole(readers)).WithTags("impacts");
        api.MapGet("", List).WithSummary("影响分析，新的在前，按 before 翻页 / kept analyses, newest first, by keyset");
        api.MapGet("/{id:long}", Get).Produces<ImpactView>().WithSummary("一份影响分析 / one analysis");
        routes.MapPost("/api/v1/lists/impacts", Ask).RequireAuthorization(p => p.RequireRole(AnalyseImpact.Asks)).WithTags("impacts").Produces<MadeAnswer>(StatusCodes.Status201Created)
            .WithSummary("分析一项变化的影响，什么也不改 / analyse what a change would hit, changing nothing");
    }

    private static async Task<IResult> Show(long id, FindImpacts find, Actor actor, CancellationToken cancel)
    {
        var found = await find.One(id, actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<ImpactPage>(new { View = view }) : Pages.Problem(found.Faults);
    }

    private static async Task<Ok<ImpactsAnswer>> List(FindImpacts find, Actor actor, CancellationToken cancel, long before = 0, int limit = 50)
    {
        var (lines, next) = await find.Page(Math.Max(before, 0), Math.Clamp(limit, 1, Most), actor, cancel);
        return TypedResults.Ok(new ImpactsAnswer(lines, next));
    }

    private static async Task<IResult> Get(long id, FindImpacts find, Translator t, Actor actor, CancellationToken cancel)
    {
        var found = await find.One(id, actor, cancel);
        return found.TryGet(out var view) ? TypedResults.Ok(view) : ProblemAnswers.From(found.Faults, t);
    }

    private static async Task<IResult> Ask(ImpactQuestion question, AnalyseImpact analyse, Translator t, Actor actor, CancellationToken cancel)
    {
        var done = await analyse.Run(question, actor, cancel);
        return done.TryGet(out var id) ? TypedResults.Created($"/api/v1/lists/impacts/{id}", new MadeAnswer(id)) : ProblemAnswers.From(done.Faults, t);
    }

    private static async Task<IResult> Analyse(IFormCollection form, AnalyseImpact analyse, ImpactForms forms, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var question = ImpactForms.Read(name => form[name], FormNumber.All(form, "items"));
        var done = await analyse.Run(question, actor, cancel);
        if (!done.TryGet(out var id)) return await forms.Show(http, question, done.Faults, actor, cancel);
        return flash.Back(http, $"/lists/impact/{id}", t["已分析并留存。没有改动任何记录。"]);
    }

    private static async Task<IResult> Export(long id, FindImpacts find, Translator t, Actor actor, CancellationToken cancel)
    {
        var found = await find.One(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        var spec = new SheetSpec(t["影响分析"],
        [
            new(t["单位"], Width: 18), new(t["涉及什么"], Width: 16), new(t["名称"], Width: 32), new(t["编号"], CellType.Code, 24), new(t["状态"], Width: 14), new(t["数据项"], Width: 36), new(t["会怎样"], Width: 40),
        ]) { Title = $"{view.Line.Number} {t[view.Line.Kind]}：{view.Line.Subject} {t[view.Line.Change]}", Subline = t["{0} 于 {1} 分析", view.Line.By, Shown.Instant(view.Line.At)] };
        return await ListWorkbook.Answer(spec, view.Content.Hits.OrderBy(h => h.Unit, StringComparer.Ordinal).ThenBy(h => h.Group).Select(h => (IReadOnlyList<object?>)[h.Unit, t[h.Group.Text()], h.Name, h.Number, t[h.State], string.Join(t["、"], h.Items), t[h.What]]).ToAsyncEnumerable(), $"{view.Line.Number}.xlsx", cancel);
    }
}
