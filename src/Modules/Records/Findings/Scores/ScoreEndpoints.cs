using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings.Scores;

/// <summary>质量得分: pages, file, API. Whoever sees only their own unit is led to it.</summary>
internal static class ScoreEndpoints
{
    private const int Compared = 30, Kept = 365;

    private static readonly Fault NotFound = new("records.score.not-found", "没有这个单位，或它是别的单位。", null, FaultKind.NotFound);

    public static void Map(RouteGroupBuilder findings, IEndpointRouteBuilder routes)
    {
        findings.MapGet("/scores", List);
        findings.MapGet("/scores/export", Export);
        findings.MapGet("/scores/{unit:long}", One);
        routes.MapGet("/api/v1/findings/scores", Answer).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("findings").WithSummary("各单位质量得分 / quality scores of units");
    }

    private static async Task<IResult> List(ReadScores scores, HttpContext http, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.SeeAll)) return Results.LocalRedirect($"/findings/scores/{actor.UnitId}");
        var units = await scores.Now(cancel);
        var month = await scores.Days(null, clock.Today().AddDays(-Compared), cancel);
        var before = month.Where(d => d.Value is not null && d.Day < clock.Today()).GroupBy(d => d.UnitId).ToDictionary(g => g.Key, g => g.First().Value!.Value);
        var page = new QueryState(http).Page;
        var shown = Ordered(units).Skip((page - 1) * ScoreListView.Size).Take(ScoreListView.Size).ToList();
        return Pages.Ok<ScoresPage>(new { View = new ScoreListView(ReadScores.Sum([.. units]), shown, before, await scores.Days(0, clock.Today().AddDays(-Kept), cancel), page, units.Count) });
    }

    private static async Task<IResult> One(long unit, ReadScores scores, IOrganizationDirectory organizations, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (units.Find(unit) is not { } found || !(actor.Is(Roles.SeeAll) || units.Family(actor.UnitId).Contains(unit))) return Pages.Problem([NotFound]);
        var score = (await scores.Now(cancel)).FirstOrDefault(s => s.UnitId == found.Id) ?? new UnitScore(found.Id, found.ShortName, 0, []);
        return Pages.Ok<ScorePage>(new { View = new ScoreView(score, await scores.Days(found.Id, clock.Today().AddDays(-Kept), cancel), actor.Is(Roles.SeeAll)) });
    }

    private static async Task<IResult> Export(ReadScores scores, HttpContext http, Translator t, TimeProvider clock, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var units = Ordered([.. (await scores.Now(cancel)).Where(s => actor.Is(Roles.SeeAll) || own.Contains(s.UnitId))]);
        var kinds = ReadScores.Sum([.. units]).Counts.Select(c => c.Kind).Where(k => k.Points > 0).ToList();
        var spec = new SheetSpec(t["质量得分"],
        [
            new(t["单位"], Width: 24, Key: "unit"), new(t["生效目录"], CellType.Number, 10, "checked"), new(t["得分"], CellType.Number, 10, "score"), new(t["严重"], CellType.Number, 8, "severe"),
            new(t["警告"], CellType.Number, 8, "warning"), new(t["提示"], CellType.Number, 8, "hint"), new(t["豁免"], CellType.Number, 8, "waived"), .. kinds.Select(k => new ColumnSpec(t[k.Title], CellType.Number, 12, k.Code)),
        ]);
        return await TableFile.Send(http, "quality", clock, (format, _, body) => SheetWriter.Write(format, body, spec, units.Select(u => Row(u, kinds)).ToAsyncEnumerable(), cancel));
    }

    private static async Task<Ok<IReadOnlyList<UnitScoreAnswer>>> Answer(ReadScores scores, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        return TypedResults.Ok<IReadOnlyList<UnitScoreAnswer>>([.. Ordered([.. (await scores.Now(cancel)).Where(s => actor.Is(Roles.SeeAll) || own.Contains(s.UnitId))]).Select(s => new UnitScoreAnswer(
            s.UnitId, s.Unit, s.Checked, s.Score, [.. s.Counts.Select(c => new KindScoreAnswer(c.Kind.Code, c.Total, c.Waived, s.Lost(c)))]))]);
    }

    private static List<UnitScore> Ordered(IReadOnlyList<UnitScore> units) => [.. units.OrderBy(u => u.Score ?? 101).ThenByDescending(u => u.Of(Severity.Severe)).ThenBy(u => u.Unit, StringComparer.Ordinal)];

    private static IReadOnlyList<object?> Row(UnitScore u, List<FindingKind> kinds) =>
        [u.Unit, u.Checked, u.Score is { } score ? Math.Round(score, 2) : null, u.Of(Severity.Severe), u.Of(Severity.Warning), u.Of(Severity.Hint), u.Waived, .. kinds.Select(k => (object?)(u.Counts.FirstOrDefault(c => c.Kind == k)?.Total ?? 0))];
}

/// <summary>The score of a unit; null where nothing is in force.</summary>
internal sealed record UnitScoreAnswer(long UnitId, string Unit, long Checked, decimal? Score, IReadOnlyList<KindScoreAnswer> Kinds);

/// <summary>What a kind costs: <paramref name="Lost"/> points for <paramref name="Total"/> open findings.</summary>
internal sealed record KindScoreAnswer(string Code, long Total, long Waived, decimal Lost);
