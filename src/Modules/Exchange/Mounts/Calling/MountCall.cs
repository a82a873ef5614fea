using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Qingdan.Exchange.Mounts.Calling;

/// <summary>Makes the request to a provider. Only what the mount names goes into it: nothing of the caller's but the values of passed parameters, each as one value.</summary>
internal static class MountCall
{
    /// <summary>The request. <paramref name="given"/> says the caller's value of a passed parameter, null for none.</summary>
    public static HttpRequestMessage Request(Mount mount, string secret, IEnumerable<MountParameter> parameters, Func<MountParameter, string?> given)
    {
        var sent = parameters.OrderBy(p => p.Place).Select(p => (p.Name, Value: p.Passed ? given(p) : p.Value)).Where(p => p.Value is not null).ToList();
        var query = mount.Method == MountMethod.Post ? "" : string.Join('&', sent.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value!)}"));
        var request = new HttpRequestMessage(mount.Method == MountMethod.Post ? HttpMethod.Post : HttpMethod.Get, new Uri($"{mount.Address}{mount.Path}{(query.Length > 0 ? "?" : "")}{query}"));
        if (mount.Method == MountMethod.Post) request.Content = JsonContent.Create(sent.ToDictionary(p => p.Name, p => p.Value));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (mount.Credential == CredentialKind.Header) request.Headers.TryAddWithoutValidation(mount.CredentialName, secret);
        if (mount.Credential == CredentialKind.Bearer) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        if (mount.Credential == CredentialKind.Basic) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{mount.CredentialName}:{secret}")));
        return request;
    }

    /// <summary>The value for trial calls.</summary>
    public static string? Trial(MountParameter parameter) => parameter.Value.Length > 0 ? parameter.Value : null;
}
