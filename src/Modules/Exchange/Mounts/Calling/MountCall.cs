using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Mounts.Calling;

/// <summary>A parameter as it is sent.</summary>
internal readonly record struct SentParameter(string Name, string Value);

/// <summary>Makes the request to a provider. Only what the mount names goes into it: nothing of the caller's but the values of passed parameters, each as one value.</summary>
internal static class MountCall
{
    /// <summary>What is sent, in its order. <paramref name="given"/> says the caller's value of a passed parameter, null for none.</summary>
    public static IReadOnlyList<SentParameter> Sent(IEnumerable<MountParameter> parameters, Func<MountParameter, string?> given)
    {
        var sent = new List<SentParameter>();
        foreach (var parameter in parameters.OrderBy(p => p.Place))
            if ((parameter.Passed ? given(parameter) : parameter.Value) is { } value) sent.Add(new(parameter.Name, value));
        return sent;
    }

    /// <summary>The body of a request by POST, an object of texts; null for GET.</summary>
    public static byte[]? Body(Mount mount, IReadOnlyList<SentParameter> sent) => mount.Method == MountMethod.Post ? JsonSerializer.SerializeToUtf8Bytes(sent.ToDictionary(p => p.Name, p => p.Value), JsonText.Readable) : null;

    /// <summary>The request.</summary>
    public static HttpRequestMessage Request(Mount mount, string secret, IReadOnlyList<SentParameter> sent)
    {
        var request = new HttpRequestMessage { Content = Body(mount, sent) is { } body ? new ByteArrayContent(body) : null };
        Fill(request, mount, secret, sent);
        return request;
    }

    /// <summary>Writes method, address and headers into a request whose body is there.</summary>
    public static void Fill(HttpRequestMessage request, Mount mount, string secret, IReadOnlyList<SentParameter> sent)
    {
        IEnumerable<SentParameter> named = mount.Method == MountMethod.Post ? [] : sent;
        if (mount.Credential == CredentialKind.Query) named = named.Append(new(mount.CredentialName, secret));
        var query = string.Join('&', named.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}"));
        (request.Method, request.RequestUri) = (mount.Method == MountMethod.Post ? HttpMethod.Post : HttpMethod.Get, new Uri($"{mount.Address}{mount.Path}{(query.Length > 0 ? "?" : "")}{query}"));
        if (request.Content is not null) request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        if (mount.Credential == CredentialKind.Header) request.Headers.TryAddWithoutValidation(mount.CredentialName, secret);
        if (mount.Credential == CredentialKind.Bearer) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        if (mount.Credential == CredentialKind.Basic) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{mount.CredentialName}:{secret}")));
    }

    /// <summary>The value for trial calls.</summary>
    public static string? Trial(MountParameter parameter) => parameter.Value.Length > 0 ? parameter.Value : null;
}
