using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Web;

/// <summary>The version that a caller read, as <c>If-Match</c> names it.</summary>
public static class IfMatch
{
    /// <summary>Refuses a call that names none; <paramref name="code"/> is that of the refusal.</summary>
    public static TBuilder NeedsIfMatch<TBuilder>(this TBuilder endpoint, string code) where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter(async (call, next) =>
        Read(call.HttpContext) is null ? ProblemAnswers.From([new Fault(code, "请用 If-Match 写明读到的版本（ETag）。", "If-Match")], call.HttpContext.RequestServices.GetRequiredService<Translator>()) : await next(call));

    /// <summary>The version named; behind <see cref="NeedsIfMatch"/> there is one.</summary>
    public static int SeenEdit(this HttpContext http) => Read(http)!.Value;

    /// <summary>Names the version of what is answered.</summary>
    public static void Tag(this HttpContext http, int edit) => http.Response.Headers.ETag = $"\"{edit}\"";

    private static int? Read(HttpContext http) => int.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), out var edit) ? edit : null;
}
