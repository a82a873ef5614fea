using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Qingdan.Platform.Web;

/// <summary>A message that is shown once on the next page, already translated. <paramref name="Action"/> is a POST address, for 撤销.</summary>
public sealed record FlashMessage(Tone Tone, string Text, string? ActionText = null, string? Action = null);

/// <summary>Carries a message over a redirect in a short-lived, protected cookie.</summary>
public sealed class Flash(IDataProtectionProvider protection)
{
    private const string Cookie = "flash";
    private readonly IDataProtector _protector = protection.CreateProtector(Cookie);

    /// <summary>Shows the message on the next page.</summary>
    public void Say(HttpContext http, FlashMessage message) => http.Response.Cookies.Append(
        Cookie, _protector.Protect(JsonSerializer.Serialize(message, JsonText.Readable)), Options(http));

    /// <summary>Leads on to a page of ours, which says that something is done and, with an action, how to take it back.</summary>
    public IResult Back(HttpContext http, string href, string done, string? actionText = null, string? action = null)
    {
        Say(http, new FlashMessage(Tone.Ok, done, actionText, action));
        return TypedResults.LocalRedirect(href);
    }

    /// <summary>True for a cookie that an answer sets to carry a message.</summary>
    internal static bool Is(string? setCookie) => setCookie?.StartsWith($"{Cookie}=", StringComparison.Ordinal) == true;

    /// <summary>The waiting message, which is then gone.</summary>
    public FlashMessage? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } text || http.Response.HasStarted) return null;
        http.Response.Cookies.Delete(Cookie, Options(http));
        try
        {
            return JsonSerializer.Deserialize<FlashMessage>(_protector.Unprotect(text), JsonText.Readable);
        }
        catch (CryptographicException)
        {
            return null; // made by another installation, or tampered with
        }
    }

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = TimeSpan.FromMinutes(1),
        Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
    };
}
