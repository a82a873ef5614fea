using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Qingdan.Samples.Walk;

/// <summary>A person of the demo city, signed in by the API.</summary>
internal sealed class Desk : IDisposable
{
    private readonly HttpClient _http;

    private Desk(Uri city) => _http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = city };

    /// <summary>Signs in with the password of all demo accounts, which <c>./run</c> prints.</summary>
    public static async Task<Desk> SignIn(Uri city, string name)
    {
        var desk = new Desk(city);
        await desk.Post("/api/v1/session", new { name, password = "Qingdan-Demo-2026" });
        return desk;
    }

    /// <summary>Reads.</summary>
    public async Task<JsonElement> Get(string path) => await Read(await _http.GetAsync(path));

    /// <summary>The only row of a list that fits, or null.</summary>
    public async Task<JsonElement?> Find(string path, Func<JsonElement, bool> fits)
    {
        var list = await Get(path);
        return (list.ValueKind == JsonValueKind.Array ? list : list.GetProperty("items")).EnumerateArray().Where(fits).Cast<JsonElement?>().FirstOrDefault();
    }

    /// <summary>Makes something.</summary>
    public Task<JsonElement> Post(string path, object body) => Send(HttpMethod.Post, path, body, null);

    /// <summary>Acts on something as it stands now: read first, so that nobody's change is overwritten (If-Match).</summary>
    public async Task<JsonElement> Act(HttpMethod method, string path, object? body, string about)
    {
        using var seen = await _http.GetAsync(about);
        return await Send(method, path, body, seen.Headers.ETag!.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> Send(HttpMethod method, string path, object? body, string? seen)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (seen is not null) request.Headers.TryAddWithoutValidation("If-Match", seen);
        return await Read(await _http.SendAsync(request));
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.AbsolutePath}: {(int)answer.StatusCode} {text}");
            return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        }
    }
}
