using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Qingdan.Platform.Web.Requests;

/// <summary>No change by a forged request: forms carry a token, and the API takes no change that another site's page sends.</summary>
internal static class FormGuard
{
    /// <summary>Makes every changing endpoint outside the API ask for the token, whether or not it reads a form.</summary>
    public static void RequireTokens(this RouteGroupBuilder group) => ((IEndpointConventionBuilder)group).Finally(builder =>
    {
        var changes = builder.Metadata.OfType<IHttpMethodMetadata>().Any(m => m.HttpMethods.Any(method => !IsSafe(method)));
        var isApi = builder is RouteEndpointBuilder { RoutePattern.RawText: { } path } && path.TrimStart('/').StartsWith("api/", StringComparison.Ordinal);
        if (changes && !isApi) builder.Metadata.Add(new RequireAntiforgeryTokenAttribute());
    });

    /// <summary>Refuses what the anti-forgery middleware found wanting.</summary>
    public static Task Invoke(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } invalid) return StatusAnswer.Write(http, Status(invalid.Error), null);
        if (http.IsApi() && !IsSafe(http.Request.Method) && http.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
            return StatusAnswer.Write(http, StatusCodes.Status403Forbidden, null);
        return next(http);
    }

    /// <summary>The token is missing or stale, or the form could not be read because it is too large or was cut off.</summary>
    private static int Status(Exception? error) => error?.InnerException switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status400BadRequest,
    };

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
