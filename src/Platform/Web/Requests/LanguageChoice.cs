using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Language;

namespace Qingdan.Platform.Web.Requests;

/// <summary>Chinese unless the reader chose English: by <c>?lang=en</c>, which is remembered in a cookie; the API also reads Accept-Language.</summary>
internal static class LanguageChoice
{
    private const string Key = "lang", Chinese = "zh", English = "en";

    /// <summary>Sets the translator of the request.</summary>
    public static Task Invoke(HttpContext http, RequestDelegate next)
    {
        if (Asked(http) is { } asked && asked != http.Request.Cookies[Key])
            http.Response.Cookies.Append(Key, asked, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        Apply(http);
        return next(http);
    }

    /// <summary>The same for a fresh scope of services.</summary>
    public static void Apply(HttpContext http) =>
        http.RequestServices.GetRequiredService<Translator>().English = (Asked(http) ?? http.Request.Cookies[Key] ?? Accepted(http)) == English;

    private static string? Asked(HttpContext http) => http.Request.Query[Key].ToString() is (English or Chinese) and var tag ? tag : null;

    private static string Accepted(HttpContext http) =>
        http.IsApi() && http.Request.Headers.AcceptLanguage.ToString().StartsWith(English, StringComparison.OrdinalIgnoreCase) ? English : Chinese;
}
