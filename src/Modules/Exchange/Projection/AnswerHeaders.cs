using System.Net.Http.Headers;
using System.Text;

namespace Qingdan.Exchange.Projection;

/// <summary>What of a provider's response headers matters. None leaves as it came, since a header can carry data as well as a body; how fresh the data are leaves as a date. An ETag does not: it is a digest of what was not granted too.</summary>
internal static class AnswerHeaders
{
    /// <summary>Written anew for every answer: what goes out is always this.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>Whether an answer of this kind can be projected at all.</summary>
    public static Refusal Check(HttpContentHeaders headers)
    {
        if (headers.ContentEncoding.Any(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase))) return Refusal.Encoded;
        // Two would let the reader choose.
        if (!headers.TryGetValues("Content-Type", out var types) || types.Count() != 1 || headers.ContentType is not { MediaType: { } media } type) return Refusal.NotJsonType;
        var json = media.Equals("application/json", StringComparison.OrdinalIgnoreCase) || (media.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && media.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
        return json && IsUtf8(type.CharSet) ? Refusal.None : Refusal.NotJsonType;
    }

    private static bool IsUtf8(string? charset) => charset?.Trim('"') is not { Length: > 0 } named || named.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase) || named.Equals("utf8", StringComparison.OrdinalIgnoreCase);
}
