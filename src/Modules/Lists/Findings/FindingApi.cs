using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Findings;

/// <summary>The 问题清单 for programs.</summary>
internal static class FindingApi
{
    private const int Most = 500;

    public static void MapFindingApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/findings", List).WithMetadata(new QueryNames("unit", "code", "severity")).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("findings").WithSummary("问题清单，由重到轻 / findings, the gravest first");

    private static async Task<Ok<FindingsAnswer>> List(FindFindings find, HttpContext http, Translator t, Actor actor, CancellationToken cancel, string? after = null, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var rows = await find.After(FindingFilter.From(new QueryState(http)), FindingKey.Parse(after), take, actor, cancel);
        var items = rows.Select(r => new FindingAnswer(r.Id, r.Code, r.Severity, r.Provider, r.Subject, FindingWords.Sentence(t, r.Text, r.Args), r.Anchor, r.Place)).ToList();
        return TypedResults.Ok(new FindingsAnswer(items, rows.Count == take ? FindingKey.Of(rows[^1]).ToString() : null));
    }
}

/// <summary>Some findings. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record FindingsAnswer(IReadOnlyList<FindingAnswer> Items, string? Next);

/// <summary>One finding. <paramref name="Place"/>: address of the page on which it is mended.</summary>
internal sealed record FindingAnswer(long Id, string Code, string Severity, string Provider, string Subject, string Text, string Anchor, string Place);

/// <summary>Place of a finding in their order, as an address says it: <c>R01:123</c>.</summary>
internal sealed record FindingKey(string Code, long Id)
{
    public static FindingKey Of(FindingRow row) => new(row.Code, row.Id);

    /// <summary>What an answer named as next; null for the beginning.</summary>
    public static FindingKey? Parse(string? text) => text?.Split(':') is [var code, var id] && FindingKind.Find(code) is not null && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? new(code, key) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}:{Id}");
}
