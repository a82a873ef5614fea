using System.Net;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Language;

namespace Qingdan.Exchange.Tokens;

/// <summary>Where applications get their tokens (RFC 6749, 5).</summary>
internal static class TokenEndpoint
{
    /// <summary>Its address.</summary>
    public const string Path = "/api/v1/oauth/token";

    private const int MostForm = 4096;

    public static void MapTokens(this IEndpointRouteBuilder routes) => routes.MapPost(Path, Run).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<Results<JsonHttpResult<TokenAnswer>, JsonHttpResult<TokenError>>> Run(HttpContext http, IssueToken issue, TokenAttempts attempts, Translator t, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType || http.Request.ContentLength is not <= MostForm) return Error("invalid_request", "请用表单（application/x-www-form-urlencoded）申请令牌。");
        var (form, from) = (await http.Request.ReadFormAsync(cancel), http.Connection.RemoteIpAddress ?? IPAddress.None);
        if (form["grant_type"] != "client_credentials") return Error("unsupported_grant_type", "grant_type 应是 client_credentials。");
        using var turn = attempts.Of(from);
        if (!turn.IsAcquired) return Error("slow_down", "申请得太频繁，请稍后再试。", StatusCodes.Status429TooManyRequests);
        var (id, secret) = Basic(http.Request.Headers.Authorization.ToString()) ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        var issued = await issue.Run(id, secret, from, cancel);
        return issued.TryGet(out var token)
            ? TypedResults.Json(new TokenAnswer(token, "Bearer", (int)IssueToken.Term.TotalSeconds))
            : TypedResults.Json(new TokenError("invalid_client", t[issued.Faults[0]]), statusCode: StatusCodes.Status401Unauthorized);

        JsonHttpResult<TokenError> Error(string code, string text, int status = StatusCodes.Status400BadRequest) => TypedResults.Json(new TokenError(code, t[text]), statusCode: status);
    }

    // RFC 6749, 2.3.1: both halves are form-encoded.
    private static (string, string)? Basic(string header)
    {
        const string Scheme = "Basic ";
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length)) return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return pair.Length == 2 ? (WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[1])) : null;
    }
}

/// <summary>How often an address may ask for a token: guessing at secrets is slow.</summary>
internal sealed class TokenAttempts : IDisposable
{
    private const int PerMinute = 60;

    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetFixedWindowLimiter(address,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>A turn of an address.</summary>
    public RateLimitLease Of(IPAddress address) => _limiter.AttemptAcquire(address);

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}

/// <summary>A token (RFC 6749, 5.1).</summary>
internal sealed record TokenAnswer(
    [property: System.Text.Json.Serialization.JsonPropertyName("access_token")] string AccessToken,
    [property: System.Text.Json.Serialization.JsonPropertyName("token_type")] string TokenType,
    [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>Why there is none (RFC 6749, 5.2).</summary>
internal sealed record TokenError(
    [property: System.Text.Json.Serialization.JsonPropertyName("error")] string Error,
    [property: System.Text.Json.Serialization.JsonPropertyName("error_description")] string Description);
