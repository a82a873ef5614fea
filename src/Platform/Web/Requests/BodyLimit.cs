using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Qingdan.Platform.Web.Requests;

/// <summary>How much a request may bring. What is too much is read away first for those who are signed in: a browser that is cut off shows its own error instead of our answer.</summary>
internal sealed record BodyLimit(long Bytes)
{
    /// <summary>For endpoints that say nothing: 4 MB.</summary>
    public const long Usual = 4 * 1024 * 1024;

    /// <summary>Beyond this nothing is read away.</summary>
    private const long MostPatience = 1024 * 1024 * 1024;

    public static async Task Invoke(HttpContext http, RequestDelegate next)
    {
        var most = http.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? Usual;
        var limit = http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>();
        if (http.Request.ContentLength is not { } length || length <= most)
        {
            limit.MaxRequestBodySize = most;
            await next(http);
            return;
        }
        if (length <= MostPatience && http.User.Identity is { IsAuthenticated: true })
        {
            limit.MaxRequestBodySize = length;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        await StatusAnswer.Write(http, StatusCodes.Status413PayloadTooLarge, null);
    }
}
