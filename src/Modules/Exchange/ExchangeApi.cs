using System.Globalization;
using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Exchange;

/// <summary>What the module's APIs have in common: acts on what the caller has read.</summary>
internal static class ExchangeApi
{
    public static readonly Fault NoMatch = new("exchange.if-match.required", "请用 If-Match 写明读到的版本（ETag）。", "If-Match");

    /// <summary>The version that the caller has read; null when he does not say it.</summary>
    public static int? Edit(HttpContext http) => int.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var edit) ? edit : null;

    /// <summary>An act: its ETag comes back as If-Match.</summary>
    public static async Task<IResult> Done(HttpContext http, Translator t, Func<int, Task<Result<Done>>> act)
    {
        if (Edit(http) is not { } edit) return ProblemAnswers.From([NoMatch], t);
        var result = await act(edit);
        return result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
    }
}

/// <summary>A reason with an act.</summary>
internal sealed record ExchangeReason(string Reason = "");
