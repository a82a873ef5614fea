using Microsoft.AspNetCore.Http;

namespace Qingdan.Platform.Web.Requests;

/// <summary>Programs ask under <c>/api</c>, persons everywhere else.</summary>
internal static class ApiPath
{
    /// <summary>True when a program asks.</summary>
    public static bool IsApi(this HttpContext http) => http.Request.Path.StartsWithSegments("/api");
}
