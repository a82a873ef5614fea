using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Exchange;

/// <summary>What the module's APIs have in common.</summary>
internal static class ExchangeApi
{
    /// <summary>The code of a call that does not say what it has read.</summary>
    public const string NoMatch = "exchange.if-match.required";

    /// <summary>What an act answers.</summary>
    public static async Task<IResult> Done(Translator t, Task<Result<Done>> act)
    {
        var result = await act;
        return result.Ok ? Results.NoContent() : ProblemAnswers.From(result.Faults, t);
    }
}

/// <summary>A reason with an act.</summary>
internal sealed record ExchangeReason(string Reason = "");
