using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Web;

/// <summary>Refusals as the API says them: RFC 9457 with the stable <c>code</c>, the <c>field</c> and all <c>faults</c>.</summary>
public static class ProblemAnswers
{
    /// <summary>The answer; code, field and detail are those of the first fault.</summary>
    public static ProblemHttpResult From(IReadOnlyList<Fault> faults, Translator t) => TypedResults.Problem(
        detail: t[faults[0]],
        statusCode: FaultStatus.Of(faults),
        extensions: new Dictionary<string, object?>
        {
            ["code"] = faults[0].Code,
            ["field"] = faults[0].Field,
            ["faults"] = faults.Select(f => new ProblemFault(f.Code, f.Field, t[f])).ToArray(),
        });
}

/// <summary>One fault among several.</summary>
public sealed record ProblemFault(string Code, string? Field, string Message);
