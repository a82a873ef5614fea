using Microsoft.AspNetCore.Http;

namespace Qingdan.Platform.Web.Requests;

/// <summary>What browsers are told about every answer. The policy forbids inline script and style, so an injected tag does nothing.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static Task Invoke(HttpContext http, RequestDelegate next)
    {
        // At the last moment: the answer to an error starts with all headers cleared.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers.Remove("blazor-enhanced-nav"); // there is no script of the framework to read it
            // Pages are for one person at one time; files state their own rule.
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
