using Microsoft.AspNetCore.Http;

namespace Qingdan.Platform.Web.Requests;

/// <summary>
/// Behind a proxy the program may live under a prefix (/gov). Pages write addresses from the root; this completes them in one place
/// on the way out, in pages and in redirects. Without a prefix it is not in the way.
/// </summary>
internal static class PathPrefix
{
    public static async Task Invoke(HttpContext http, RequestDelegate next)
    {
        var prefix = http.Request.PathBase.Value;
        if (string.IsNullOrEmpty(prefix))
        {
            await next(http);
            return;
        }
        http.Response.OnStarting(() =>
        {
            var to = http.Response.Headers.Location.ToString();
            if (to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal) && !to.StartsWith($"{prefix}/", StringComparison.Ordinal)) http.Response.Headers.Location = prefix + to;
            return Task.CompletedTask;
        });
        var outside = http.Response.Body;
        await using var page = new PrefixStream(http.Response, outside, prefix);
        http.Response.Body = page;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = outside;
        }
        await page.Finish(http.RequestAborted);
    }
}
