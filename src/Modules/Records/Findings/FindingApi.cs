using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings;

/// <summary>The 问题清单 for programs.</summary>
internal static class FindingApi
{
    private const int Most = 500;

    public static void MapFindingApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/findings", List).WithMetadata(new QueryNames("unit", "code", "severity", "waived")).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("findings").WithSummary("问题清单，由重到轻 / findings, the gravest first");

    private static async Task<Ok<FindingsAnswer>> List(FindFindings find, FindingKinds kinds, HttpContext http, Translator t, Actor actor, CancellationToken cancel, string? after = null, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var rows = await find.After(FindingFilter.From(http, kinds), FindingKey.Parse(after, kinds), take, actor, cancel);
        var items = rows.Select(r => new FindingAnswer(r.Id, r.Kind.Code, r.Kind.Severity.Text(), r.Provider, r.Subject, FindingWords.Sentence(t, r.Kind.Text, r.Args), r.Kind.Anchor, t[r.Kind.Advice], r.Place, r.Cells, r.Waived)).ToList();
        return TypedResults.Ok(new FindingsAnswer(items, rows.Count == take ? FindingKey.Of(rows[^1]).ToString() : null));
    }
}

/// <summary>Some findings. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record FindingsAnswer(IReadOnlyList<FindingAnswer> Items, string? Next);

/// <summary>One finding. <paramref name="Place"/>: address of the page on which it is mended; <paramref name="Advice"/>: how, empty where the sentence says so.</summary>
internal sealed record FindingAnswer(long Id, string Code, string Severity, string Provider, string Subject, string Text, string Anchor, string Advice, string Place, IReadOnlyList<FindingCell> Cells, bool Waived);

/// <summary>Place of a finding in their order, as an address says it: <c>R01:123</c>.</summary>
internal sealed record FindingKey(string Code, long Id)
{
    public static FindingKey Of(FindingRow row) => new(row.Kind.Code, row.Id);

    /// <summary>What an answer named as next; null for the beginning.</summary>
    public static FindingKey? Parse(string? text, FindingKinds kinds) => text?.Split(':') is [var code, var id] && kinds.Find(code) is not null && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? new(code, key) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}:{Id}");
}
